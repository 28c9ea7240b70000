import type { Problems } from '../activity/problem.ts';
import { type Definition, DefinitionCache, definitionLength, globalNumber, readDefinition } from './definition.ts';
import { type FileSpan, nextFile } from './file-span.ts';
import { MessageList, noTime } from './message-list.ts';

/** The first pass over the bytes: which messages are where. Nothing is decoded yet. */
export interface Scan {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly files: readonly FileSpan[];
  readonly definitions: readonly Definition[];
  readonly lists: ReadonlyMap<number, MessageList>;
}

const recordMessage = 20;
const mostDefinitions = 65_536;

/** Walks every message of every chained file. Stops a file at the first byte that cannot be understood. */
export function scanFit(bytes: Uint8Array, problems: Problems): Scan {
  const files: FileSpan[] = [];
  const scanner = new Scanner(bytes, problems);
  for (let at = 0; at < bytes.length; ) {
    const span = nextFile(bytes, at, files.length, problems);
    if (span === null) break;
    scanner.file(span, files.length);
    files.push(span);
    at = span.next;
  }
  return { bytes, view: scanner.view, files, definitions: scanner.definitions, lists: scanner.lists };
}

class Scanner {
  readonly view: DataView;
  readonly definitions: Definition[] = [];
  readonly lists = new Map<number, MessageList>();
  readonly #bytes: Uint8Array;
  readonly #problems: Problems;
  #cache: DefinitionCache;
  #stop: 'truncated' | 'no_definition' | 'limit' = 'truncated';

  constructor(bytes: Uint8Array, problems: Problems) {
    this.#bytes = bytes;
    this.#problems = problems;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#cache = new DefinitionCache(bytes);
  }

  /** Local types, descriptions and the base of compressed timestamps start anew in each file. */
  file(span: FileSpan, file: number): void {
    this.#cache = new DefinitionCache(this.#bytes);
    const stopped = this.#messages(span, file);
    if (stopped < span.end && !(span.truncated && this.#stop === 'truncated')) this.#explain(stopped);
  }

  #messages(span: FileSpan, file: number): number {
    const bytes = this.#bytes;
    const { end } = span;
    const locals: (Definition | undefined)[] = new Array(16).fill(undefined);
    let time = noTime;
    let p = span.from;
    while (p < end) {
      const header = bytes[p] as number;
      if ((header & 0xc0) === 0x40) {
        const length = definitionLength(bytes, p, end);
        if (length === 0) return this.#stopAt(p, 'truncated');
        const definition = this.#define(p, length, locals[header & 15], file, end - p);
        if (definition === undefined) return this.#stopAt(p, 'limit');
        locals[header & 15] = definition;
        p += length;
        continue;
      }
      const definition = locals[header & 0x80 ? (header >> 5) & 3 : header & 15];
      if (definition === undefined) return this.#stopAt(p, 'no_definition');
      const data = p + 1;
      p = data + definition.size;
      if (p > end) return this.#stopAt(data - 1, 'truncated');
      const { list, timestampAt } = definition;
      let at = time;
      if (timestampAt >= 0) {
        at = this.view.getUint32(data + timestampAt, definition.littleEndian);
        if (at !== noTime) time = at;
      } else if (header & 0x80 && time !== noTime) {
        const low = header & 31;
        at = time = (time - (time & 31) + low + (low < (time & 31) ? 32 : 0)) >>> 0;
      } else if (list.global === recordMessage) at = noTime;
      list.total++;
      if (definition.size > 0 || header & 0x80) list.push(data, definition.index, at);
    }
    return p;
  }

  #stopAt(at: number, why: 'truncated' | 'no_definition' | 'limit'): number {
    this.#stop = why;
    return at;
  }

  #define(at: number, length: number, current: Definition | undefined, file: number, left: number) {
    if (current !== undefined && this.#cache.same(current, at, length)) return current;
    const { hash, known } = this.#cache.find(at, length);
    if (known !== undefined) return known;
    const index = this.definitions.length;
    if (index === mostDefinitions) return undefined;
    const definition = readDefinition(this.#bytes, at, length, { index, file, list: this.#list(at, left) });
    this.definitions.push(definition);
    this.#cache.add(hash, definition);
    return definition;
  }

  #list(at: number, left: number): MessageList {
    const global = globalNumber(this.#bytes, at);
    const known = this.lists.get(global);
    if (known !== undefined) return known;
    const list = new MessageList(global, global === recordMessage ? Math.ceil(left / 48) + 16 : 16);
    this.lists.set(global, list);
    return list;
  }

  #explain(at: number): void {
    const details = {
      truncated: 'the last message is cut off',
      no_definition: 'data for a local message type that was never defined; the rest is unreadable',
      limit: `more than ${mostDefinitions} different message definitions; the rest is not read`,
    };
    this.#problems.add(this.#stop, at, details[this.#stop]);
  }
}
