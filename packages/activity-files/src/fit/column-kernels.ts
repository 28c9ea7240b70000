import { BaseType, readElement } from './base-type.ts';

/** One field of a stretch of records: where it is, how it is stored, and the column that it goes to. */
export interface FieldRun {
  readonly view: DataView;
  /** Data offset of each record. */
  readonly offsets: Int32Array;
  readonly from: number;
  readonly to: number;
  /** Offset of the field inside the data. */
  readonly at: number;
  readonly type: number;
  readonly littleEndian: boolean;
  readonly scale: number;
  readonly offset: number;
  readonly semicircles: boolean;
  readonly column: Float64Array;
}

/**
 * Fills a column with one field of a run of records. Invalid values leave the column as it was. One tight loop for each
 * storage type: this is where a decoder spends its time, and a switch inside the loop would triple it.
 */
export function fillColumn(run: FieldRun): void {
  switch (run.type & 0x1f) {
    case BaseType.enum:
    case BaseType.uint8:
    case BaseType.byte:
      fillByte(run);
      break;
    case BaseType.uint16:
      fillUint16(run);
      break;
    case BaseType.sint16:
      fillSint16(run);
      break;
    case BaseType.uint32:
      fillUint32(run);
      break;
    case BaseType.sint32:
      if (run.semicircles) fillSemicircles(run);
      else fillAny(run);
      break;
    default:
      fillAny(run);
  }
}

function fillByte({ view, offsets, from, to, at, scale, offset, column }: FieldRun): void {
  for (let i = from; i < to; i++) {
    const raw = view.getUint8((offsets[i] as number) + at);
    if (raw !== 0xff) column[i] = raw / scale - offset;
  }
}

function fillUint16({ view, offsets, from, to, at, littleEndian, scale, offset, column }: FieldRun): void {
  for (let i = from; i < to; i++) {
    const raw = view.getUint16((offsets[i] as number) + at, littleEndian);
    if (raw !== 0xffff) column[i] = raw / scale - offset;
  }
}

function fillSint16({ view, offsets, from, to, at, littleEndian, scale, offset, column }: FieldRun): void {
  for (let i = from; i < to; i++) {
    const raw = view.getInt16((offsets[i] as number) + at, littleEndian);
    if (raw !== 0x7fff) column[i] = raw / scale - offset;
  }
}

function fillUint32({ view, offsets, from, to, at, littleEndian, scale, offset, column }: FieldRun): void {
  for (let i = from; i < to; i++) {
    const raw = view.getUint32((offsets[i] as number) + at, littleEndian);
    if (raw !== 0xffffffff) column[i] = raw / scale - offset;
  }
}

function fillSemicircles({ view, offsets, from, to, at, littleEndian, column }: FieldRun): void {
  for (let i = from; i < to; i++) {
    const raw = view.getInt32((offsets[i] as number) + at, littleEndian);
    if (raw !== 0x7fffffff) column[i] = (raw / 0x80000000) * 180;
  }
}

function fillAny({
  view,
  offsets,
  from,
  to,
  at,
  type,
  littleEndian,
  scale,
  offset,
  semicircles,
  column,
}: FieldRun): void {
  for (let i = from; i < to; i++) {
    const raw = readElement(view, (offsets[i] as number) + at, type, littleEndian);
    if (Number.isFinite(raw)) column[i] = semicircles ? (raw / 0x80000000) * 180 : raw / scale - offset;
  }
}
