import { BaseType, baseTypeOfLetter, baseTypeSize } from '../base-type.ts';
import { enumerations } from '../profile/enumerations.ts';
import type { ProfileField } from '../profile/table.ts';
import { msToFitTime } from '../time.ts';

/**
 * A value to write, in physical units; times as epoch milliseconds or ISO text; enumerations by name or number. `null`
 * and `NaN` write "no data" and keep the field in the layout; `undefined` leaves the field out.
 */
export type FitFieldValue = number | bigint | string | null | undefined | readonly (number | null)[];

/** A field as it goes to the wire. */
export interface EncodedField {
  readonly number: number;
  readonly type: number;
  readonly size: number;
  readonly elements: readonly (number | bigint | null)[];
  readonly text: Uint8Array | null;
}

/** A message that cannot be written: names the message, the field, the value and a form that works. */
export class FitWriteError extends Error {
  constructor(where: string, what: string) {
    super(`${where}: ${what}`);
    this.name = 'FitWriteError';
  }
}

/** Longest text of a field: 255 bytes with the closing NUL. */
export const mostTextBytes = 254;

/** Encodes a profile field. `where` is "message.field" for errors. */
export function encodeField(
  where: string,
  field: ProfileField,
  value: Exclude<FitFieldValue, undefined>,
): EncodedField {
  const type = baseTypeOfLetter(field.type);
  if (type === BaseType.string) return encodeText(where, field.number, value);
  const list = Array.isArray(value)
    ? (value as readonly (number | null)[])
    : [value as number | bigint | string | null];
  const elements = list.map((element) => inRange(where, type, raw(where, field, element), element));
  return sized(where, field.number, type, elements);
}

/** Encodes a value of a plain base type: developer fields. */
export function encodePlain(
  where: string,
  number: number,
  type: number,
  value: Exclude<FitFieldValue, undefined>,
): EncodedField {
  if (type === BaseType.string) return encodeText(where, number, value);
  const list = Array.isArray(value) ? (value as readonly (number | null)[]) : [value as number | bigint | null];
  const isFloat = type === BaseType.float32 || type === BaseType.float64;
  const elements = list.map((element) => {
    const plain = typeof element === 'number' && !isFloat ? Math.round(element) : element;
    return inRange(where, type, typeof plain === 'number' && Number.isNaN(plain) ? null : plain, element);
  });
  return sized(where, number, type, elements);
}

function sized(
  where: string,
  number: number,
  type: number,
  elements: readonly (number | bigint | null)[],
): EncodedField {
  const size = elements.length * baseTypeSize(type);
  if (size === 0 || size > 255)
    throw new FitWriteError(where, `${elements.length} values take ${size} bytes; a field holds 1 to 255 bytes`);
  return { number, type, size, elements, text: null };
}

function encodeText(where: string, number: number, value: Exclude<FitFieldValue, undefined>): EncodedField {
  if (value !== null && typeof value !== 'string')
    throw new FitWriteError(where, `expected text, got ${typeof value}; write it as a string`);
  const text = new TextEncoder().encode((value ?? '').replaceAll('\0', ''));
  if (text.length > mostTextBytes)
    throw new FitWriteError(where, `the text is ${text.length} bytes of UTF-8; a field holds ${mostTextBytes}`);
  return { number, type: BaseType.string, size: text.length + 1, elements: [], text };
}

function raw(where: string, field: ProfileField, value: number | bigint | string | null): number | bigint | null {
  if (value === null || (typeof value === 'number' && Number.isNaN(value))) return null;
  if (typeof value === 'bigint') return value;
  if (field.type === 't' || field.type === 'l') return msToFitTime(timeMs(where, value));
  if (typeof value === 'string') {
    const number = field.enumeration === '' ? undefined : enumerations.valueOf(field.enumeration, value);
    if (number !== undefined) return number;
    if (/^\d+$/.test(value)) return Number(value);
    throw new FitWriteError(
      where,
      `"${value}" is no value of ${field.enumeration || 'a number field'}; write its number`,
    );
  }
  if (field.type === 'f' || field.type === 'd') return value;
  if (field.type === 'g') {
    const semicircles = Math.round((value / 180) * 0x80000000);
    return semicircles === 0x80000000 ? -0x80000000 : semicircles;
  }
  return Math.round((value + field.offset) * field.scale);
}

function timeMs(where: string, value: number | string): number {
  const ms = typeof value === 'string' ? Date.parse(value) : value;
  if (Number.isFinite(ms)) return ms;
  throw new FitWriteError(
    where,
    `"${value}" is no time; write epoch milliseconds or ISO text like 2026-05-01T06:30:00Z`,
  );
}

/** Smallest and largest value of each base type that is not its "invalid" pattern. */
const ranges: readonly (readonly [number, number])[] = [
  [0, 0xfe],
  [-0x80, 0x7e],
  [0, 0xfe],
  [-0x8000, 0x7ffe],
  [0, 0xfffe],
  [-0x80000000, 0x7ffffffe],
  [0, 0xfffffffe],
  [0, 0],
  [-3.4028234663852886e38, 3.4028234663852886e38],
  [-Number.MAX_VALUE, Number.MAX_VALUE],
  [1, 0xff],
  [1, 0xffff],
  [1, 0xffffffff],
  [0, 0xff],
  [-(2 ** 63), 2 ** 63],
  [0, 2 ** 64],
  [1, 2 ** 64],
];

function inRange(
  where: string,
  type: number,
  value: number | bigint | string | null,
  given: unknown,
): number | bigint | null {
  if (value === null) return null;
  if (typeof value === 'string') throw new FitWriteError(where, `expected a number, got "${value}"`);
  const [low, high] = ranges[type & 0x1f] ?? [0, 0];
  if (value >= low && value <= high) return value;
  throw new FitWriteError(
    where,
    `${String(given)} does not fit: stored as ${value}, the field holds ${low} to ${high}`,
  );
}
