import { crc16 } from '../src/fit/crc.ts';

/** A field of a definition: number, size in bytes, base type byte. */
export type WireField = readonly [number: number, size: number, type: number];

/** Builds FIT bytes field by field, right or wrong, for tests of what the encoder would never write. */
export class Wire {
  readonly #body: number[] = [];
  #big = false;

  /** Later definitions are big-endian. */
  bigEndian(): this {
    this.#big = true;
    return this;
  }

  define(local: number, global: number, fields: readonly WireField[], developer: readonly WireField[] = []): this {
    this.#body.push(0x40 | (developer.length > 0 ? 0x20 : 0) | local, 0, this.#big ? 1 : 0);
    this.#body.push(...this.int(global, 2), fields.length, ...fields.flat());
    if (developer.length > 0) this.#body.push(developer.length, ...developer.flat());
    return this;
  }

  data(local: number, ...parts: readonly (readonly number[])[]): this {
    this.#body.push(local, ...parts.flat());
    return this;
  }

  /** A data message whose header carries the low five bits of the time. */
  compressed(local: number, seconds: number, ...parts: readonly (readonly number[])[]): this {
    this.#body.push(0x80 | (local << 5) | (seconds & 31), ...parts.flat());
    return this;
  }

  /** An integer in the byte order in force. */
  int(value: number, size: number): number[] {
    const little = Array.from({ length: size }, (_, i) => Math.floor(value / 2 ** (8 * i)) & 0xff);
    return this.#big ? little.reverse() : little;
  }

  text(value: string, size: number): number[] {
    const bytes = [...new TextEncoder().encode(value)].slice(0, size);
    return [...bytes, ...new Array(size - bytes.length).fill(0)];
  }

  file(change: { readonly dataSize?: number; readonly crc?: boolean; readonly headerSize?: 12 | 14 } = {}): Uint8Array {
    const size = change.headerSize ?? 14;
    const declared = change.dataSize ?? this.#body.length;
    const header = [size, 0x20, 0x54, 0x08, ...littleEndian(declared, 4), 0x2e, 0x46, 0x49, 0x54];
    if (size === 14) header.push(...littleEndian(crc16(Uint8Array.from(header), 0, 12), 2));
    const bytes = Uint8Array.from([...header, ...this.#body]);
    return change.crc === false
      ? bytes
      : concat(bytes, Uint8Array.from(littleEndian(crc16(bytes, 0, bytes.length), 2)));
  }
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function littleEndian(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, i) => Math.floor(value / 2 ** (8 * i)) & 0xff);
}

/** FIT seconds of 2026-05-01T06:00:00Z. */
export const morning = Date.parse('2026-05-01T06:00:00Z') / 1000 - 631_065_600;

export const uint8 = 2;
export const uint16 = 0x84;
export const uint32 = 0x86;
export const sint32 = 0x85;
export const text = 7;
export const byte = 13;
