import { BaseType, baseTypeSize, readBigElement, readElement } from './base-type.ts';
import { elementCount } from './definition.ts';

/** A decoded value: physical units, `null` for an invalid element of an array. */
export type FieldValue =
  | number
  | string
  | bigint
  | readonly (number | null)[]
  | readonly (bigint | null)[]
  | readonly string[];

/**
 * Reads a field as it is on the wire, unscaled. `undefined` when it holds no data. A field whose size is no multiple of
 * its base type comes back as its bytes: its declared size is honoured, its content has no meaning that we know.
 */
export function readRaw(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  size: number,
  type: number,
  littleEndian: boolean,
): FieldValue | undefined {
  const base = type & 0x1f;
  if (base === BaseType.string) return readStrings(bytes.subarray(at, at + size));
  const count = elementCount(size, type);
  if (count === 0) return size === 0 ? undefined : [...bytes.subarray(at, at + size)];
  const step = baseTypeSize(type);
  if (base === BaseType.byte) {
    const raw = bytes.subarray(at, at + size);
    return raw.every((byte) => byte === 0xff) ? undefined : size === 1 ? (raw[0] as number) : [...raw];
  }
  if (base >= BaseType.sint64 && step === 8) {
    if (count === 1) return readBigElement(view, at, type, littleEndian) ?? undefined;
    const values = Array.from({ length: count }, (_, i) => readBigElement(view, at + i * step, type, littleEndian));
    return values.every((value) => value === null) ? undefined : values;
  }
  if (count === 1) return validOr(readElement(view, at, type, littleEndian), undefined);
  const values = Array.from({ length: count }, (_, i) =>
    validOr(readElement(view, at + i * step, type, littleEndian), null),
  );
  return values.every((value) => value === null) ? undefined : values;
}

function validOr<T>(value: number, otherwise: T): number | T {
  return Number.isFinite(value) ? value : otherwise;
}

/** NUL-terminated UTF-8, the NUL may be missing, several strings may follow each other; bad bytes become U+FFFD. */
export function readStrings(bytes: Uint8Array): string | readonly string[] | undefined {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 0) continue;
    if (i > from) parts.push(readText(bytes.subarray(from, i)));
    from = i + 1;
  }
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : parts;
}

function readText(bytes: Uint8Array): string {
  for (const byte of bytes) if (byte > 0x7f) return new TextDecoder().decode(bytes);
  return String.fromCharCode(...bytes);
}

/** Applies `change` to a number or to each number of an array; other values stay as they are. */
export function mapNumbers(value: FieldValue, change: (raw: number) => number): FieldValue {
  if (typeof value === 'number') return change(value);
  if (!Array.isArray(value)) return value;
  return (value as readonly (number | bigint | string | null)[]).map((element) =>
    typeof element === 'number' ? change(element) : element,
  ) as FieldValue;
}
