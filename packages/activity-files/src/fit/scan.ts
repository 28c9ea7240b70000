import type { Problems } from '../activity/problem.ts';
import { type Definition, DefinitionCache, definitionLength, globalNumber, readDefinition } from './definition.ts';
import { type FileSpan, nextFile } from './file-span.ts';
import { MessageList, noTime, recordMessage } from './message-list.ts';

/** The first pass over the bytes: which messages are where. Nothing is decoded yet. */
export interface Scan {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly files: readonly FileSpan[];
  readonly definitions: readonly Definition[];
  readonly lists: ReadonlyMap<number, MessageList>;
}

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

/** Bit 6 marks a definition, unless bit 7 says that the header carries a time. */
function isDefinition(header: number): boolean {
  return (header & 0xc0) === 0x40;
}

class Scanner {
  readonly view: DataView;
  readonly definitions: Definition[] = [];
  readonly lists = new Map<number, MessageList>();
  readonly #bytes: Uint8Array;
  readonly #problems: Problems;
  #cache: DefinitionCache;
  /** FIT seconds of the last message that had a time. */
  #time = noTime;
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

  /** Walks definitions and, between them, data. Gives where it stopped. */
  #messages({ from, end }: FileSpan, file: number): number {
    const locals: (Definition | undefined)[] = new Array(80).fill(undefined);
    this.#time = noTime;
    let p = from;
    while (p < end) {
      const header = this.#bytes[p] as number;
      if (isDefinition(header)) {
        const definition = this.#definition(p, end, locals[header & 15], file);
        if (definition === undefined) return p;
        locals[header & 15] = definition;
        p += definition.length;
      } else {
        const next = this.#data(p, end, locals);
        if (next < 0) return ~next;
        p = next;
      }
    }
    return p;
  }

  /**
   * Lists data messages up to the next definition or the end and gives where that is, or the complement of where it
   * cannot be read on. Nearly all messages pass here: what happens seldom stays outside, or the compiler takes longer
   * over this loop than the loop over a ride.
   *
   * `locals` has 16 entries and room for the headers of definitions, 64 to 79, where there is never one.
   */
  #data(from: number, end: number, locals: readonly (Definition | undefined)[]): number {
    const bytes = this.#bytes;
    const view = this.view;
    let time = this.#time;
    let p = from;
    while (p < end) {
      const header = bytes[p] as number;
      const definition = locals[header & 0x80 ? (header >> 5) & 3 : header & 0x4f];
      if (definition === undefined) {
        if (isDefinition(header)) break;
        return this.#stopAt(p, 'no_definition');
      }
      const { list, size, timestampAt } = definition;
      const data = p + 1;
      if (data + size > end) return this.#stopAt(p, 'truncated');
      p = data + size;
      let at = time;
      if (timestampAt >= 0) {
        at = view.getUint32(data + timestampAt, definition.littleEndian);
        if (at !== noTime) time = at;
      } else if (header & 0x80 && time !== noTime) {
        const low = header & 31;
        at = time = (time - (time & 31) + low + (low < (time & 31) ? 32 : 0)) >>> 0;
      } else if (list.global === recordMessage) at = noTime;
      if (size === 0 && header < 0x80) list.empty++;
      else {
        const i = list.count++;
        if (i === list.capacity) list.grow();
        list.offsets[i] = data;
        list.definitions[i] = definition.index;
        list.times[i] = at;
      }
    }
    this.#time = time;
    return p;
  }

  #stopAt(at: number, why: 'truncated' | 'no_definition'): number {
    this.#stop = why;
    return ~at;
  }

  /** The definition message at `at`; undefined, with the reason noted, where the file cannot be read on. */
  #definition(at: number, end: number, current: Definition | undefined, file: number): Definition | undefined {
    const length = definitionLength(this.#bytes, at, end);
    if (length === 0) {
      this.#stop = 'truncated';
      return undefined;
    }
    if (current !== undefined && this.#cache.same(current, at, length)) return current;
    const { hash, known } = this.#cache.find(at, length);
    if (known !== undefined) return known;
    const index = this.definitions.length;
    if (index === mostDefinitions) {
      this.#stop = 'limit';
      return undefined;
    }
    const definition = readDefinition(this.#bytes, at, length, { index, file, list: this.#list(at, end - at) });
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
