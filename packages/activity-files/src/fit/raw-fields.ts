import { BaseType, baseTypeSize, readElement } from './base-type.ts';
import { type Definition, eachField } from './definition.ts';
import type { MessageList } from './message-list.ts';
import type { Scan } from './scan.ts';

interface Place {
  readonly at: number;
  readonly size: number;
  readonly type: number;
  /** Bytes of one number, or 0 for what is no number. */
  readonly step: number;
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

  /** Visits the elements of a field of message `i`; `NaN` where invalid. None when the field is absent. */
  eachElement(i: number, field: number, visit: (element: number) => void): void {
    const definition = this.#definition(i);
    const place = this.#place(definition, field);
    if (place === undefined || place.step === 0) return;
    const from = (this.#list.offsets[i] as number) + place.at;
    for (let at = 0; at + place.step <= place.size; at += place.step)
      visit(readElement(this.#scan.view, from + at, place.type, definition.littleEndian));
  }

  /** The first element of a field, `NaN` when absent or invalid. */
  value(i: number, field: number): number {
    const definition = this.#definition(i);
    const place = this.#place(definition, field);
    if (place === undefined || place.step === 0 || place.step > place.size) return Number.NaN;
    return readElement(
      this.#scan.view,
      (this.#list.offsets[i] as number) + place.at,
      place.type,
      definition.littleEndian,
    );
  }

  /** The bytes of a field, or null when it is absent. */
  bytes(i: number, field: number): Uint8Array | null {
    const place = this.#place(this.#definition(i), field);
    if (place === undefined) return null;
    const from = (this.#list.offsets[i] as number) + place.at;
    return this.#scan.bytes.subarray(from, from + place.size);
  }

  /** Chained file and byte offset of message `i`. */
  place(i: number): { file: number; at: number } {
    return { file: this.#definition(i).file, at: this.#list.offsets[i] as number };
  }

  #definition(i: number): Definition {
    return this.#scan.definitions[this.#list.definitions[i] as number] as Definition;
  }

  #place(definition: Definition, field: number): Place | undefined {
    let places = this.#places.get(definition);
    if (places === undefined) {
      const found = new Map<number, Place>();
      eachField(this.#scan.bytes, definition, (number, size, type, at) => {
        const step = (type & 0x1f) === BaseType.string ? 0 : baseTypeSize(type);
        found.set(number, { at, size, type, step });
      });
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
