import { BaseType, baseTypeSize, readElement } from './base-type.ts';
import { type Definition, eachField } from './definition.ts';
import type { MessageList } from './message-list.ts';
import type { Scan } from './scan.ts';

interface Place {
  readonly at: number;
  readonly size: number;
  readonly type: number;
}

/**
 * Reads single fields of many messages without building objects: for messages that come by the thousand (heart beats,
 * heart-rate batches, timer events).
 */
export class RawFields {
  readonly #scan: Scan;
  readonly #list: MessageList;
  readonly #places = new Map<Definition, ReadonlyMap<number, Place>>();

  constructor(scan: Scan, list: MessageList) {
    this.#scan = scan;
    this.#list = list;
  }

  get count(): number {
    return this.#list.count;
  }

  /** FIT seconds of message `i`. */
  time(i: number): number {
    return this.#list.times[i] as number;
  }

  /** The elements of a field of message `i`; `NaN` where invalid. Empty when the field is absent. */
  elements(i: number, field: number): readonly number[] {
    const definition = this.#scan.definitions[this.#list.definitions[i] as number];
    const place = definition === undefined ? undefined : this.#place(definition, field);
    if (definition === undefined || place === undefined) return [];
    const step = baseTypeSize(place.type);
    if (step === 0 || (place.type & 0x1f) === BaseType.string) return [];
    const from = (this.#list.offsets[i] as number) + place.at;
    const values: number[] = [];
    for (let at = 0; at + step <= place.size; at += step)
      values.push(readElement(this.#scan.view, from + at, place.type, definition.littleEndian));
    return values;
  }

  /** The first element of a field, `NaN` when absent or invalid. */
  value(i: number, field: number): number {
    return this.elements(i, field)[0] ?? Number.NaN;
  }

  /** The bytes of a field, or null when it is absent. */
  bytes(i: number, field: number): Uint8Array | null {
    const definition = this.#scan.definitions[this.#list.definitions[i] as number];
    const place = definition === undefined ? undefined : this.#place(definition, field);
    if (place === undefined) return null;
    const from = (this.#list.offsets[i] as number) + place.at;
    return this.#scan.bytes.subarray(from, from + place.size);
  }

  /** Chained file and byte offset of message `i`. */
  place(i: number): { file: number; at: number } {
    const definition = this.#scan.definitions[this.#list.definitions[i] as number];
    return { file: definition?.file ?? 0, at: this.#list.offsets[i] as number };
  }

  #place(definition: Definition, field: number): Place | undefined {
    let places = this.#places.get(definition);
    if (places === undefined) {
      const found = new Map<number, Place>();
      eachField(this.#scan.bytes, definition, (number, size, type, at) => found.set(number, { at, size, type }));
      places = found;
      this.#places.set(definition, places);
    }
    return places.get(field);
  }
}

/** Raw fields of a message number, or null when the file has none of it. */
export function rawFields(scan: Scan, global: number): RawFields | null {
  const list = scan.lists.get(global);
  return list === undefined || list.count === 0 ? null : new RawFields(scan, list);
}
