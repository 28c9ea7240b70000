/** "No timestamp known" in the columns of FIT seconds; on the wire it is the invalid value of the field. */
export const noTime = 0xffffffff;

/** The number of the record messages: the samples. */
export const recordMessage = 20;

/**
 * Where the messages of one number are: three numbers a message instead of an object. Values are read when they are
 * asked for.
 */
export class MessageList {
  readonly global: number;
  count = 0;
  /** Messages without a single byte of data, which are not listed. */
  empty = 0;
  capacity: number;
  /** Offset of the data, after the record header. */
  offsets: Int32Array;
  /** Index of the definition. */
  definitions: Int32Array;
  /** FIT seconds of the message, or of the last one before it that had a time. */
  times: Uint32Array;

  constructor(global: number, capacity: number) {
    this.global = global;
    this.capacity = capacity;
    this.offsets = new Int32Array(capacity);
    this.definitions = new Int32Array(capacity);
    this.times = new Uint32Array(capacity);
  }

  /** Makes room for more messages. */
  grow(): void {
    this.capacity = Math.max(16, this.capacity * 2);
    this.offsets = widen(this.offsets, new Int32Array(this.capacity));
    this.definitions = widen(this.definitions, new Int32Array(this.capacity));
    this.times = widen(this.times, new Uint32Array(this.capacity));
  }
}

function widen<T extends Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
