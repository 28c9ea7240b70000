import type { Problems } from '../activity/problem.ts';

/**
 * What a scan reports. Tags are numbers: the place of their local name in the vocabulary plus one, 0 for names that are
 * not in it. Prefixes are ignored, declared or not.
 */
export interface TagHandler {
  /** A start tag; its attributes are `bytes[from, to)`, see `attribute`. */
  open(tag: number, from: number, to: number): void;
  /** An element without child elements closes: its text is `bytes[from, to)`, still escaped. Comes before `close`. */
  leaf(tag: number, from: number, to: number): void;
  close(tag: number): void;
}

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const bang = 33;
const question = 63;
const colon = 58;
const quote = 34;
const apostrophe = 39;
const hyphen = 45;
const openBracket = 91;
const closeBracket = 93;

/** Elements nested deeper than this are no activity file. TCX and GPX use ten levels. */
export const mostDepth = 64;

const hashStart = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;
const slots = 1024;

/** Names that a format knows, found by hash: no text is made for a tag. */
export class Vocabulary {
  readonly #hashes = new Int32Array(slots);
  readonly #tags = new Uint8Array(slots);

  constructor(names: readonly string[]) {
    for (const [i, name] of names.entries()) {
      let hash = hashStart;
      for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), hashFactor);
      let slot = hash & (slots - 1);
      while (this.#tags[slot] !== 0) slot = (slot + 1) & (slots - 1);
      this.#hashes[slot] = hash;
      this.#tags[slot] = i + 1;
    }
  }

  tagOf(hash: number): number {
    let slot = hash & (slots - 1);
    while (this.#tags[slot] !== 0) {
      if (this.#hashes[slot] === hash) return this.#tags[slot] as number;
      slot = (slot + 1) & (slots - 1);
    }
    return 0;
  }
}

/**
 * Walks the tags of an XML file in one pass over its bytes, without a tree and without entities. Tolerant: undeclared
 * prefixes, bytes before the declaration, missing end tags. What it had to tolerate is a problem; it stops at `mostDepth`.
 */
export function scanTags(bytes: Uint8Array, vocabulary: Vocabulary, handler: TagHandler, problems: Problems): void {
  const open = new OpenTags(vocabulary, handler, problems);
  const length = bytes.length;
  let textFrom = -1;
  for (let p = 0; ; ) {
    while (p < length && bytes[p] !== lessThan) p++;
    if (p >= length) break;
    const at = p++;
    const kind = bytes[p];
    if (kind === bang || kind === question) {
      p = skipMarkup(bytes, at);
      if (p >= 0) continue;
      open.cutOff(at, 'the file ends inside a comment or declaration');
      return;
    }
    const isEnd = kind === slash;
    if (isEnd) p++;
    let hash = hashStart;
    let code = 0;
    for (; p < length; p++) {
      code = bytes[p] as number;
      if (code <= 32 || code === greaterThan || code === slash) break;
      hash = code === colon ? hashStart : Math.imul(hash ^ code, hashFactor);
    }
    const nameEnd = p;
    if (code !== greaterThan) p = tagEnd(bytes, p);
    if (p >= length) {
      open.cutOff(at, 'the file ends inside a tag');
      return;
    }
    if (isEnd) {
      open.end(hash, textFrom, at);
      textFrom = -1;
    } else if (bytes[p - 1] === slash) {
      open.empty(hash, nameEnd, p - 1);
      textFrom = -1;
    } else {
      if (!open.start(hash, nameEnd, p, at)) return;
      textFrom = p + 1;
    }
    p++;
  }
  open.finish(length);
}

/** The elements that are open, by the hash of their names. */
class OpenTags {
  readonly #vocabulary: Vocabulary;
  readonly #handler: TagHandler;
  readonly #problems: Problems;
  readonly #hashes = new Int32Array(mostDepth + 1);
  readonly #tags = new Uint8Array(mostDepth + 1);
  #depth = 0;

  constructor(vocabulary: Vocabulary, handler: TagHandler, problems: Problems) {
    this.#vocabulary = vocabulary;
    this.#handler = handler;
    this.#problems = problems;
  }

  empty(hash: number, from: number, to: number): void {
    const tag = this.#vocabulary.tagOf(hash);
    this.#handler.open(tag, from, to);
    this.#handler.close(tag);
  }

  /** Whether the scan may go on. */
  start(hash: number, from: number, to: number, at: number): boolean {
    if (this.#depth === mostDepth) {
      this.#problems.add('depth', at, `elements are nested more than ${mostDepth} deep; the rest is not read`);
      this.#closeAll();
      return false;
    }
    const tag = this.#vocabulary.tagOf(hash);
    this.#hashes[this.#depth] = hash;
    this.#tags[this.#depth++] = tag;
    this.#handler.open(tag, from, to);
    return true;
  }

  end(hash: number, textFrom: number, at: number): void {
    const top = this.#depth - 1;
    if (top < 0 || this.#hashes[top] !== hash) {
      const place = this.#hashes.subarray(0, this.#depth).lastIndexOf(hash);
      this.#problems.add(
        'malformed',
        at,
        place < 0 ? 'an end tag closes nothing' : 'an end tag comes before an inner element is closed',
      );
      if (place < 0) return;
      while (this.#depth > place + 1) this.#close();
    } else if (textFrom >= 0) this.#handler.leaf(this.#tags[top] as number, textFrom, at);
    this.#close();
  }

  cutOff(at: number, detail: string): void {
    this.#problems.add('truncated', at, detail);
    this.#closeAll();
  }

  finish(at: number): void {
    if (this.#depth > 0) this.#problems.add('truncated', at, `the file ends inside ${this.#depth} open elements`);
    this.#closeAll();
  }

  #closeAll(): void {
    while (this.#depth > 0) this.#close();
  }

  #close(): void {
    this.#handler.close(this.#tags[--this.#depth] as number);
  }
}

/** Byte after a comment, CDATA section, declaration, processing instruction or document type; −1 when it has no end. */
function skipMarkup(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] === question) return after(bytes, at + 2, question, greaterThan);
  if (bytes[at + 2] === hyphen && bytes[at + 3] === hyphen) return after(bytes, at + 4, hyphen, hyphen, greaterThan);
  if (bytes[at + 2] === openBracket) return after(bytes, at + 3, closeBracket, closeBracket, greaterThan);
  for (let p = at + 2; p < bytes.length; p++) {
    if (bytes[p] === openBracket) return after(bytes, p, closeBracket, greaterThan);
    if (bytes[p] === greaterThan) return p + 1;
  }
  return -1;
}

function after(bytes: Uint8Array, from: number, ...mark: readonly number[]): number {
  for (let p = bytes.indexOf(mark[0] as number, from); p >= 0; p = bytes.indexOf(mark[0] as number, p + 1))
    if (mark.every((code, i) => bytes[p + i] === code)) return p + mark.length;
  return -1;
}

/** The `>` of a tag; one inside quotes does not count. The end of the bytes when there is none. */
function tagEnd(bytes: Uint8Array, from: number): number {
  for (let p = from; p < bytes.length; p++) {
    const code = bytes[p];
    if (code === greaterThan) return p;
    if (code !== quote && code !== apostrophe) continue;
    const close = bytes.indexOf(code, p + 1);
    if (close < 0) return bytes.length;
    p = close;
  }
  return bytes.length;
}
