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
    switch (type & 0x1f) {
      case BaseType.sint8:
        return this.#view.setInt8(at, Number(value ?? 0x7f));
      case BaseType.sint16:
        return this.#view.setInt16(at, Number(value ?? 0x7fff), true);
      case BaseType.uint16:
        return this.#view.setUint16(at, Number(value ?? 0xffff), true);
      case BaseType.uint16z:
        return this.#view.setUint16(at, Number(value ?? 0), true);
      case BaseType.sint32:
        return this.#view.setInt32(at, Number(value ?? 0x7fffffff), true);
      case BaseType.uint32:
        return this.#view.setUint32(at, Number(value ?? 0xffffffff), true);
      case BaseType.uint32z:
        return this.#view.setUint32(at, Number(value ?? 0), true);
      case BaseType.float32:
        return value === null
          ? this.#view.setUint32(at, 0xffffffff, true)
          : this.#view.setFloat32(at, Number(value), true);
      case BaseType.float64:
        return value === null
          ? this.#view.setBigUint64(at, 0xffffffffffffffffn, true)
          : this.#view.setFloat64(at, Number(value), true);
      case BaseType.sint64:
        return this.#view.setBigInt64(at, BigInt(value ?? 0x7fffffffffffffffn), true);
      case BaseType.uint64:
        return this.#view.setBigUint64(at, BigInt(value ?? 0xffffffffffffffffn), true);
      case BaseType.uint64z:
        return this.#view.setBigUint64(at, BigInt(value ?? 0n), true);
      case BaseType.uint8z:
        return this.#view.setUint8(at, Number(value ?? 0));
      default:
        return this.#view.setUint8(at, Number(value ?? 0xff));
    }
  }

  /** The bytes written so far; later writes do not change them. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }
}
