import { looksLikeCredential } from './credential-names.ts';

/** A text to look for. `wholeToken`: it is a part of something longer, so the characters around it go as well. */
export interface Needle {
  text: string;
  wholeToken: boolean;
}

const SHORTEST_PART = 12;
const TRUNCATED_LENGTH = 16;
const LONG_TOKEN = /^[\w\-+/=.~%]{40,}$/;

/** Every form in which a registered value may turn up in a text: the value, the credentials inside it, and each in the usual encodings. */
export function needlesFor(value: string): Needle[] {
  const needles = new Map<string, Needle>();
  const add = (text: string, wholeToken: boolean) => {
    if (!needles.has(text)) needles.set(text, { text, wholeToken });
  };
  for (const part of partsOf(value)) {
    for (const text of escapedForms(part)) add(text, false);
    for (const text of byteForms(part)) add(text, false);
    for (const text of base64Cores(part)) add(text, true);
    if (LONG_TOKEN.test(part)) {
      add(part.slice(0, TRUNCATED_LENGTH), true);
      add(part.slice(-TRUNCATED_LENGTH), true);
    }
  }
  return [...needles.values()];
}

/** The value itself; its lines; the pairs of a cookie header; and, when it is a JSON document of tokens, each of those. */
function partsOf(value: string): Set<string> {
  const parts = new Set([value, value.trim()].filter((part) => part.length >= 6));
  const inside = [...value.split(/\r?\n/), ...value.split(/[;&]\s*/).map((pair) => pair.slice(pair.indexOf('=') + 1))];
  for (const part of [...inside, ...jsonCredentials(value)]) if (part.length >= SHORTEST_PART) parts.add(part);
  return parts;
}

function jsonCredentials(value: string): string[] {
  if (!value.trimStart().startsWith('{')) return [];
  const found: string[] = [];
  try {
    JSON.parse(value, (key, inner: unknown) => {
      if (typeof inner === 'string' && looksLikeCredential(key)) found.push(inner);
      return inner;
    });
  } catch {
    return [];
  }
  return found;
}

function escapedForms(part: string): string[] {
  const printable = wellFormed(part);
  const json = jsonEscaped(part);
  const percent = encodeURIComponent(printable);
  const strict = percent.replaceAll(/[!'()*]/g, hexEscape);
  const form = new URLSearchParams({ v: printable }).toString().slice(2);
  const uri = encodeURI(printable);
  const percentForms = [percent, strict, form, uri];
  return [
    part,
    printable,
    json,
    jsonEscaped(json),
    asciiEscaped(json),
    json.replaceAll('/', '\\/'),
    inspected(part),
    htmlEscaped(part),
    htmlEscaped(part).replaceAll('&#39;', '&apos;'),
    ...percentForms,
    ...percentForms.map((text) => text.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())),
    encodeURIComponent(percent),
  ];
}

function byteForms(part: string): string[] {
  const hex = Buffer.from(part, 'utf8').toString('hex');
  const pairs = hex.match(/../g) ?? [];
  return [hex, hex.toUpperCase(), pairs.join(' '), pairs.join(':')];
}

/**
 * The characters that base64 of any text containing the value must hold, whatever comes before and after it (`API_KEY:value` of a Basic
 * header, a cookie inside a JSON document): one form for each of the three places in a group of three bytes, in both alphabets.
 */
function base64Cores(part: string): string[] {
  const bytes = Buffer.from(part, 'utf8');
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const firstWhole = Math.ceil((offset * 8) / 6);
    const endWhole = Math.floor((padded.length * 8) / 6);
    const standard = padded.toString('base64').slice(firstWhole, endWhole);
    const url = standard.replaceAll('+', '-').replaceAll('/', '_');
    return [
      standard,
      url,
      encodeURIComponent(standard),
      encodeURIComponent(standard).replaceAll(/%../g, (code) => code.toLowerCase()),
    ];
  });
}

/** Half a surrogate pair becomes U+FFFD, as it does in every encoder of UTF-8; `encodeURIComponent` would throw. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function asciiEscaped(text: string): string {
  return text.replaceAll(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** As `util.inspect` writes a string that holds every kind of quote. */
function inspected(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}

function htmlEscaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function hexEscape(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
