import { baseTypeSize } from './base-type.ts';
import type { MessageList } from './message-list.ts';

/** The layout of a data message. Field triples (number, size, base type) stay in the file and are read from there. */
export interface Definition {
  readonly index: number;
  /** Which of the chained files it belongs to. */
  readonly file: number;
  readonly at: number;
  /** Bytes of the definition message, header included. */
  readonly length: number;
  readonly littleEndian: boolean;
  readonly fieldCount: number;
  readonly developerCount: number;
  /** Bytes of a data message, header excluded. */
  readonly size: number;
  /** Offset of the timestamp inside the data, or −1. */
  readonly timestampAt: number;
  readonly list: MessageList;
}

export const timestampField = 253;
const developerFlag = 0x20;

/** Visits the fields of a definition: number, size, base type, offset inside the data. */
export function eachField(
  bytes: Uint8Array,
  definition: Definition,
  visit: (number: number, size: number, type: number, at: number) => void,
): void {
  let at = 0;
  for (let i = 0, p = definition.at + 6; i < definition.fieldCount; i++, p += 3) {
    const size = bytes[p + 1] as number;
    visit(bytes[p] as number, size, bytes[p + 2] as number, at);
    at += size;
  }
}

/** Visits the developer fields of a definition: number, size, developer data index, offset inside the data. */
export function eachDeveloperField(
  bytes: Uint8Array,
  definition: Definition,
  visit: (number: number, size: number, developer: number, at: number) => void,
): void {
  let p = definition.at + 6 + 3 * definition.fieldCount + 1;
  let at = definition.size;
  for (let i = 0; i < definition.developerCount; i++) at -= bytes[p + 3 * i + 1] as number;
  for (let i = 0; i < definition.developerCount; i++, p += 3) {
    const size = bytes[p + 1] as number;
    visit(bytes[p] as number, size, bytes[p + 2] as number, at);
    at += size;
  }
}

/** Elements that a field of `size` bytes holds, or 0 when its size is no multiple of its base type: then it is bytes. */
export function elementCount(size: number, type: number): number {
  const element = baseTypeSize(type);
  return element === 0 || size % element !== 0 ? 0 : size / element;
}

/** Bytes that the definition message at `at` takes, or 0 when it ends after `end`. */
export function definitionLength(bytes: Uint8Array, at: number, end: number): number {
  if (at + 6 > end) return 0;
  const fields = 6 + 3 * (bytes[at + 5] as number);
  if (((bytes[at] as number) & developerFlag) === 0) return at + fields <= end ? fields : 0;
  if (at + fields + 1 > end) return 0;
  const length = fields + 1 + 3 * (bytes[at + fields] as number);
  return at + length <= end ? length : 0;
}

/** Finds definitions that were written before: some devices repeat the same one before each message. */
export class DefinitionCache {
  readonly #bytes: Uint8Array;
  readonly #byHash = new Map<number, Definition[]>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  find(at: number, length: number): { hash: number; known: Definition | undefined } {
    const bytes = this.#bytes;
    let hash = length;
    for (let i = at; i < at + length; i += 3) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    const known = this.#byHash.get(hash)?.find((candidate) => this.same(candidate, at, length));
    return { hash, known };
  }

  same(definition: Definition, at: number, length: number): boolean {
    if (definition.length !== length) return false;
    const bytes = this.#bytes;
    for (let i = 0, from = definition.at; i < length; i++) if (bytes[from + i] !== bytes[at + i]) return false;
    return true;
  }

  add(hash: number, definition: Definition): void {
    const bucket = this.#byHash.get(hash);
    if (bucket === undefined) this.#byHash.set(hash, [definition]);
    else if (bucket.length < 64) bucket.push(definition);
  }
}

/** Reads the layout of the definition message at `at`, whose bytes are all there. */
export function readDefinition(
  bytes: Uint8Array,
  at: number,
  length: number,
  place: { readonly index: number; readonly file: number; readonly list: MessageList },
): Definition {
  const fieldCount = bytes[at + 5] as number;
  const developerCount = length > 6 + 3 * fieldCount ? (bytes[at + 6 + 3 * fieldCount] as number) : 0;
  let size = 0;
  let timestampAt = -1;
  for (let i = 0, p = at + 6; i < fieldCount; i++, p += 3) {
    if (bytes[p] === timestampField && bytes[p + 1] === 4 && baseTypeSize(bytes[p + 2] as number) === 4)
      timestampAt = size;
    size += bytes[p + 1] as number;
  }
  for (let i = 0, p = at + 7 + 3 * fieldCount; i < developerCount; i++, p += 3) size += bytes[p + 1] as number;
  return { ...place, at, length, littleEndian: bytes[at + 2] === 0, fieldCount, developerCount, size, timestampAt };
}

/** The global message number that the definition message at `at` is for. */
export function globalNumber(bytes: Uint8Array, at: number): number {
  const first = bytes[at + 3] as number;
  const second = bytes[at + 4] as number;
  return bytes[at + 2] === 0 ? first | (second << 8) : (first << 8) | second;
}
