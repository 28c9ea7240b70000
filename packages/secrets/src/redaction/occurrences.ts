import { SECRET_MARKER } from '../secret.ts';
import type { Needle } from './encodings.ts';

/** Half-open range of positions in a text. */
type Span = [start: number, end: number];

const TOKEN_CHARACTER = /[\w\-+/=.~%]/;

/**
 * Covers every occurrence of every needle, overlapping ones included, with one marker each.
 * Covering can join a marker with what stands beside it into a new occurrence, so it repeats until none is left; every round covers at
 * least one more character of the text, because no needle is a part of the marker (`register` refuses those).
 */
export function coverOccurrences(text: string, needles: readonly Needle[]): string {
  let current = text;
  for (;;) {
    const spans = needles.flatMap((needle) => spansOf(current, needle));
    if (spans.length === 0) return current;
    current = cover(current, merged([...spans, ...spansOf(current, { text: SECRET_MARKER, wholeToken: false })]));
  }
}

function spansOf(text: string, needle: Needle): Span[] {
  const spans: Span[] = [];
  const length = needle.text.length;
  let at = text.indexOf(needle.text);
  while (at !== -1) {
    const span: Span = needle.wholeToken ? wholeToken(text, at, at + length) : [at, at + length];
    const last = spans.at(-1);
    if (last !== undefined && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else spans.push(span);
    at = text.indexOf(needle.text, Math.max(at + 1, span[1] - length + 1));
  }
  return spans;
}

function wholeToken(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from > 0 && TOKEN_CHARACTER.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && TOKEN_CHARACTER.test(text.charAt(to))) to += 1;
  return [from, to];
}

function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else result.push([span[0], span[1]]);
  }
  return result;
}

function cover(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const [start, end] of spans) {
    pieces.push(text.slice(done, start), SECRET_MARKER);
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
