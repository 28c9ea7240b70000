import { BaseType, baseTypeSize, readElement } from './base-type.ts';

/** One field of records of one layout: where it is, how it is stored, and the column that it goes to. */
export interface FieldRun {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Data offset of each record. */
  readonly offsets: Int32Array;
  /** The records that have this field in this place. */
  readonly rows: Int32Array;
  /** Offset of the field inside the data. */
  readonly at: number;
  readonly type: number;
  readonly littleEndian: boolean;
  /** value = raw / scale × factor − offset. */
  readonly scale: number;
  readonly factor: number;
  readonly offset: number;
  /** Values outside of these are no data: sensor faults. */
  readonly low: number;
  readonly high: number;
  readonly column: Float64Array;
}

/**
 * Fills a column with one field of the records of one layout and returns how many values were outside the limits. Those and the
 * invalid ones leave the column as it was.
 *
 * This is where a decoder spends its time: one tight loop for each width, no switch inside, and plain byte reads, which
 * are quick from the first record on, while `DataView` is slow until the loop is compiled.
 */
export function fillColumn(run: FieldRun): number {
  const base = run.type & 0x1f;
  if (base === BaseType.float32 || base === BaseType.float64) return fillAny(run);
  switch (baseTypeSize(run.type)) {
    case 1:
      return fill8(run, invalidOf(base, 0xff, 0x7f));
    case 2:
      return fill16(run, invalidOf(base, 0xffff, 0x7fff));
    case 4:
      return fill32(run, invalidOf(base, -1, 0x7fffffff));
    default:
      return fillAny(run);
  }
}

/** Values that are what is stored stay integers: fractions are objects until the loop is compiled. */
function isPlain({ scale, factor, offset }: FieldRun): boolean {
  return scale === 1 && factor === 1 && offset === 0;
}

function isSigned(base: number): boolean {
  return base === BaseType.sint8 || base === BaseType.sint16 || base === BaseType.sint32;
}

function invalidOf(base: number, unsigned: number, signed: number): number {
  if (base === BaseType.uint8z || base === BaseType.uint16z || base === BaseType.uint32z) return 0;
  return isSigned(base) ? signed : unsigned;
}

function fill8(run: FieldRun, invalid: number): number {
  const { bytes, offsets, rows, at, type, scale, factor, offset, low, high, column } = run;
  const signed = isSigned(type & 0x1f);
  const plain = isPlain(run);
  let outside = 0;
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] as number;
    let raw = bytes[(offsets[i] as number) + at] as number;
    if (raw === invalid) continue;
    if (signed && raw > 0x7f) raw -= 0x100;
    const value = plain ? raw : (raw / scale) * factor - offset;
    if (value < low || value > high) outside++;
    else column[i] = value;
  }
  return outside;
}

function fill16(run: FieldRun, invalid: number): number {
  const { bytes, offsets, rows, at, type, littleEndian, scale, factor, offset, low, high, column } = run;
  const signed = isSigned(type & 0x1f);
  const plain = isPlain(run);
  const first = littleEndian ? at : at + 1;
  const second = littleEndian ? at + 1 : at;
  let outside = 0;
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] as number;
    const p = offsets[i] as number;
    let raw = (bytes[p + first] as number) | ((bytes[p + second] as number) << 8);
    if (raw === invalid) continue;
    if (signed && raw > 0x7fff) raw -= 0x10000;
    const value = plain ? raw : (raw / scale) * factor - offset;
    if (value < low || value > high) outside++;
    else column[i] = value;
  }
  return outside;
}

function fill32(run: FieldRun, invalid: number): number {
  const { bytes, offsets, rows, at, type, littleEndian, scale, factor, offset, low, high, column } = run;
  const signed = isSigned(type & 0x1f);
  const plain = isPlain(run);
  const first = littleEndian ? at : at + 3;
  const step = littleEndian ? 1 : -1;
  let outside = 0;
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] as number;
    const p = (offsets[i] as number) + first;
    let raw =
      (bytes[p] as number) |
      ((bytes[p + step] as number) << 8) |
      ((bytes[p + 2 * step] as number) << 16) |
      ((bytes[p + 3 * step] as number) << 24);
    if (raw === invalid) continue;
    if (!signed && raw < 0) raw += 0x100000000;
    const value = plain ? raw : (raw / scale) * factor - offset;
    if (value < low || value > high) outside++;
    else column[i] = value;
  }
  return outside;
}

/** Floats and 64-bit integers. */
function fillAny({
  view,
  offsets,
  rows,
  at,
  type,
  littleEndian,
  scale,
  factor,
  offset,
  low,
  high,
  column,
}: FieldRun): number {
  let outside = 0;
  for (const i of rows) {
    const raw = readElement(view, (offsets[i] as number) + at, type, littleEndian);
    const value = (raw / scale) * factor - offset;
    if (Number.isNaN(raw)) continue;
    if (value >= low && value <= high && Number.isFinite(value)) column[i] = value;
    else outside++;
  }
  return outside;
}
