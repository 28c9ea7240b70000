import type { ColumnField } from './column-field.ts';
import type { MessageList } from './message-list.ts';
import type { Scan } from './scan.ts';

/** Rows that one field is read of before the next one. */
const block = 32;

/**
 * Fills the columns with the records from `first` on that have its layout, a block of them at most, and gives the row after.
 *
 * This is where a decoder spends its time, and for one file most of that before the loops are compiled. They are in one
 * function, so that they are compiled together, and take blocks, so that every way of storing a number has been met by
 * then. Limits are compared as integers and no offset is no subtraction: until then each fraction is an object.
 */
export function fillRows(
  { bytes, view }: Scan,
  { offsets, definitions }: MessageList,
  first: number,
  rows: number,
  fields: readonly ColumnField[],
): number {
  const layout = definitions[first];
  const last = Math.min(rows, first + block);
  let end = first + 1;
  while (end < last && definitions[end] === layout) end++;
  for (const field of fields) {
    const { at, width, sign, littleEndian, least, most, factor, scale, offset, column } = field;
    switch (width) {
      case 1:
        for (let row = first; row < end; row++) {
          const raw = ((bytes[(offsets[row] as number) + at] as number) ^ sign) - sign;
          if (raw < least || raw > most) keepUnusual(field, row, raw);
          else if (offset === 0) column[row] = (raw * factor) / scale;
          else column[row] = (raw * factor) / scale - offset;
        }
        break;
      case 2:
        for (let row = first; row < end; row++) {
          const raw = (view.getUint16((offsets[row] as number) + at, littleEndian) ^ sign) - sign;
          if (raw < least || raw > most) keepUnusual(field, row, raw);
          else if (offset === 0) column[row] = (raw * factor) / scale;
          else column[row] = (raw * factor) / scale - offset;
        }
        break;
      case 4:
        for (let row = first; row < end; row++) {
          const raw = view.getInt32((offsets[row] as number) + at, littleEndian);
          if (raw < least || raw > most) keepUnusual(field, row, raw);
          else if (offset === 0) column[row] = (raw * factor) / scale;
          else column[row] = (raw * factor) / scale - offset;
        }
        break;
      default:
        for (let row = first; row < end; row++) keep(field, row, field.read((offsets[row] as number) + at, row));
    }
  }
  return end;
}

/** An integer that is no data, outside the limits, or needs its 32nd bit. */
function keepUnusual(field: ColumnField, row: number, raw: number): void {
  const stored = field.width === 4 && field.sign === 0 ? raw >>> 0 : raw;
  if (stored !== field.invalid) keep(field, row, stored);
}

function keep(field: ColumnField, row: number, stored: number): void {
  if (Number.isNaN(stored)) return;
  const value = (stored * field.factor) / field.scale - field.offset;
  if (value >= field.low && value <= field.high) field.column[row] = value;
  else field.outside.count++;
}
