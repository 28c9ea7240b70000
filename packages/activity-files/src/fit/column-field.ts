import { BaseType, readElement } from './base-type.ts';
import type { Definition } from './definition.ts';
import type { Scan } from './scan.ts';

/** How the raw value of a field becomes a value of a column: value = raw × factor / scale − offset. */
export interface Conversion {
  readonly factor: number;
  readonly scale: number;
  readonly offset: number;
  /** Values outside of these are no data: sensor faults. */
  readonly low: number;
  readonly high: number;
}

export const unconverted: Conversion = {
  factor: 1,
  scale: 1,
  offset: 0,
  low: -Number.MAX_VALUE,
  high: Number.MAX_VALUE,
};

/** A field of the records of one layout: where it is, how it is stored, and the column that it goes to. */
export interface ColumnField extends Conversion {
  /** Offset inside the data. */
  readonly at: number;
  /** Bytes of an integer of up to 32 bits; 0 for everything else, which `read` reads. */
  readonly width: number;
  /** The sign bit of the integer; 0 when it has none. */
  readonly sign: number;
  readonly littleEndian: boolean;
  /** Stored integers from `least` to `most` are values; all others need a closer look. */
  readonly least: number;
  readonly most: number;
  /** The stored integer that means "no data". */
  readonly invalid: number;
  /** The stored number of `row`, whose bytes begin at `at`; `NaN` is no data. */
  readonly read: (at: number, row: number) => number;
  readonly column: Float64Array;
  /** Counts the values of the column that were outside the limits. */
  readonly outside: Count;
}

export interface Count {
  count: number;
}

/** The field at `at` of the data that holds a number of the base type `type`. */
export function numberField(
  { view }: Scan,
  { littleEndian }: Definition,
  at: number,
  type: number,
  conversion: Conversion,
  column: Float64Array,
  outside: Count,
): ColumnField {
  const integer = integers[type & 0x1f];
  const read = (from: number): number => readElement(view, from, type, littleEndian);
  return fieldOf(integer ?? noInteger, littleEndian, at, read, conversion, column, outside);
}

/** A field whose stored number only `read` can read. */
export function readField(
  at: number,
  read: ColumnField['read'],
  conversion: Conversion,
  column: Float64Array,
  outside: Count,
): ColumnField {
  return fieldOf(noInteger, true, at, read, conversion, column, outside);
}

function fieldOf(
  [width, sign, smallest, largest, invalid]: Integer,
  littleEndian: boolean,
  at: number,
  read: ColumnField['read'],
  { factor, scale, offset, low, high }: Conversion,
  column: Float64Array,
  outside: Count,
): ColumnField {
  const least = Math.max(smallest, Math.ceil(((low + offset) * scale) / factor)) | 0;
  const most = Math.min(largest, Math.floor(((high + offset) * scale) / factor)) | 0;
  return {
    at,
    width,
    sign,
    littleEndian,
    least,
    most,
    invalid,
    read,
    factor,
    scale,
    offset,
    low,
    high,
    column,
    outside,
  };
}

/** `smallest` and `largest` are valid. 32 bits are read with a sign: then no number is an object in code not yet compiled. */
type Integer = readonly [width: number, sign: number, smallest: number, largest: number, invalid: number];

const noInteger: Integer = [0, 0, 0, 0, 0];
const uint8: Integer = [1, 0, 0, 0xfe, 0xff];

/** The integers of up to 32 bits, by base type. */
const integers: Readonly<Record<number, Integer>> = {
  [BaseType.enum]: uint8,
  [BaseType.byte]: uint8,
  [BaseType.uint8]: uint8,
  [BaseType.uint8z]: [1, 0, 1, 0xff, 0],
  [BaseType.sint8]: [1, 0x80, -0x80, 0x7e, 0x7f],
  [BaseType.uint16]: [2, 0, 0, 0xfffe, 0xffff],
  [BaseType.uint16z]: [2, 0, 1, 0xffff, 0],
  [BaseType.sint16]: [2, 0x8000, -0x8000, 0x7ffe, 0x7fff],
  [BaseType.uint32]: [4, 0, 0, 0x7fffffff, 0xffffffff],
  [BaseType.uint32z]: [4, 0, 1, 0x7fffffff, 0],
  [BaseType.sint32]: [4, -0x80000000, -0x80000000, 0x7ffffffe, 0x7fffffff],
};
