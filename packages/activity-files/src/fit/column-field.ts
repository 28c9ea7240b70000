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
  /** How many values were outside the limits. */
  outside: number;
}

/** The field at `at` of the data that holds a number of the base type `type`. */
export function numberField(
  { view }: Scan,
  { littleEndian }: Definition,
  at: number,
  type: number,
  { factor, scale, offset, low, high }: Conversion,
  column: Float64Array,
): ColumnField {
  const { width, sign, smallest, largest, invalid } = integers[type & 0x1f] ?? noInteger;
  return {
    at,
    width,
    sign,
    littleEndian,
    least: Math.max(smallest, Math.ceil(((low + offset) * scale) / factor)) | 0,
    most: Math.min(largest, Math.floor(((high + offset) * scale) / factor)) | 0,
    invalid,
    read: width === 0 ? (from) => readElement(view, from, type, littleEndian) : nothing,
    factor,
    scale,
    offset,
    low,
    high,
    column,
    outside: 0,
  };
}

/** A field whose stored number only `read` can read. */
export function readField(
  at: number,
  read: ColumnField['read'],
  { factor, scale, offset, low, high }: Conversion,
  column: Float64Array,
): ColumnField {
  const { width, sign, smallest, largest, invalid } = noInteger;
  return {
    at,
    width,
    sign,
    littleEndian: true,
    least: smallest,
    most: largest,
    invalid,
    read,
    factor,
    scale,
    offset,
    low,
    high,
    column,
    outside: 0,
  };
}

function nothing(): number {
  return Number.NaN;
}

interface Integer {
  readonly width: number;
  readonly sign: number;
  /** The valid ones. Those of 32 bits are read with a sign, so that no number is an object before the code is compiled. */
  readonly smallest: number;
  readonly largest: number;
  readonly invalid: number;
}

const noInteger: Integer = { width: 0, sign: 0, smallest: 0, largest: 0, invalid: 0 };
const uint8: Integer = { width: 1, sign: 0, smallest: 0, largest: 0xfe, invalid: 0xff };

/** The integers of up to 32 bits, by base type. */
const integers: Readonly<Record<number, Integer>> = {
  [BaseType.enum]: uint8,
  [BaseType.byte]: uint8,
  [BaseType.uint8]: uint8,
  [BaseType.uint8z]: { width: 1, sign: 0, smallest: 1, largest: 0xff, invalid: 0 },
  [BaseType.sint8]: { width: 1, sign: 0x80, smallest: -0x80, largest: 0x7e, invalid: 0x7f },
  [BaseType.uint16]: { width: 2, sign: 0, smallest: 0, largest: 0xfffe, invalid: 0xffff },
  [BaseType.uint16z]: { width: 2, sign: 0, smallest: 1, largest: 0xffff, invalid: 0 },
  [BaseType.sint16]: { width: 2, sign: 0x8000, smallest: -0x8000, largest: 0x7ffe, invalid: 0x7fff },
  [BaseType.uint32]: { width: 4, sign: 0, smallest: 0, largest: 0x7fffffff, invalid: 0xffffffff },
  [BaseType.uint32z]: { width: 4, sign: 0, smallest: 1, largest: 0x7fffffff, invalid: 0 },
  [BaseType.sint32]: { width: 4, sign: -0x80000000, smallest: -0x80000000, largest: 0x7ffffffe, invalid: 0x7fffffff },
};
