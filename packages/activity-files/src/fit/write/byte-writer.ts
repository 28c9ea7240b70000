import { BaseType, baseTypeSize } from '../base-type.ts';

/** A growing little-endian byte buffer. */
export class ByteWriter {
  length = 0;
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;

  constructor(capacity = 4096) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    if (this.length + count <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + count));
    wider.set(this.#bytes.subarray(0, this.length));
    this.#bytes = wider;
    this.#view = new DataView(wider.buffer);
  }

  byte(value: number): void {
    this.reserve(1);
    this.#bytes[this.length++] = value;
  }

  uint16(value: number): void {
    this.reserve(2);
    this.#view.setUint16(this.length, value, true);
    this.length += 2;
  }

  bytes(values: Uint8Array): void {
    this.reserve(values.length);
    this.#bytes.set(values, this.length);
    this.length += values.length;
  }

  /** One element of a base type, already in range; `null` writes the type's "invalid". */
  element(type: number, value: number | bigint | null): void {
    this.reserve(8);
    const at = this.length;
    this.length += baseTypeSize(type);
    if (value === null) this.#invalid(at, type);
    else if (typeof value === 'bigint' || (type & 0x1f) >= BaseType.sint64)
      this.#view.setBigUint64(at, BigInt.asUintN(64, BigInt(value)), true);
    else this.#number(at, type, value);
  }

  #number(at: number, type: number, value: number): void {
    const base = type & 0x1f;
    if (base === BaseType.float32) this.#view.setFloat32(at, value, true);
    else if (base === BaseType.float64) this.#view.setFloat64(at, value, true);
    else if (baseTypeSize(type) === 1) this.#view.setUint8(at, value);
    else if (baseTypeSize(type) === 2) this.#view.setUint16(at, value, true);
    else this.#view.setUint32(at, value, true);
  }

  /** All ones, without the sign bit for signed types; zero for the types that end in z. */
  #invalid(at: number, type: number): void {
    const base = type & 0x1f;
    const size = baseTypeSize(type);
    const isZero =
      base === BaseType.uint8z || base === BaseType.uint16z || base === BaseType.uint32z || base === BaseType.uint64z;
    const isSigned =
      base === BaseType.sint8 || base === BaseType.sint16 || base === BaseType.sint32 || base === BaseType.sint64;
    for (let i = 0; i < size; i++) this.#view.setUint8(at + i, isZero ? 0 : 0xff);
    if (isSigned) this.#view.setUint8(at + size - 1, 0x7f);
  }

  /** The bytes written so far; later writes do not change them. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }
}
