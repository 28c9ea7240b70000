/** "No timestamp known" in the columns of FIT seconds; on the wire it is the invalid value of the field. */
export const noTime = 0xffffffff;

/**
 * Where the messages of one number are: three numbers a message instead of an object. Values are read when they are
 * asked for.
 */
export class MessageList {
  readonly global: number;
  /** Messages seen, including those without a single byte of data, which are not listed. */
  total = 0;
  count = 0;
  /** Offset of the data, after the record header. */
  offsets: Int32Array;
  /** Index of the definition. */
  definitions: Int32Array;
  /** FIT seconds of the message, or of the last one before it that had a time. */
  times: Uint32Array;

  constructor(global: number, capacity: number) {
    this.global = global;
    this.offsets = new Int32Array(capacity);
    this.definitions = new Int32Array(capacity);
    this.times = new Uint32Array(capacity);
  }

  push(offset: number, definition: number, time: number): void {
    if (this.count === this.offsets.length) this.#grow();
    this.offsets[this.count] = offset;
    this.definitions[this.count] = definition;
    this.times[this.count++] = time;
  }

  #grow(): void {
    const capacity = Math.max(16, this.offsets.length * 2);
    this.offsets = widen(this.offsets, new Int32Array(capacity));
    this.definitions = widen(this.definitions, new Int32Array(capacity));
    this.times = widen(this.times, new Uint32Array(capacity));
  }
}

function widen<T extends Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
