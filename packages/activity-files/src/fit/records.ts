import { type ChannelName, columnLimits } from '@core/metrics/samples';
import type { Problems } from '../activity/problem.ts';
import { BaseType } from './base-type.ts';
import { type FieldRun, fillColumn } from './column-kernels.ts';
import { fillCounters } from './counters.ts';
import { type Definition, eachField, elementCount } from './definition.ts';
import { MessageList } from './message-list.ts';
import { leftRightBalance, recordFields } from './record-fields.ts';
import type { Scan } from './scan.ts';

export type Columns = Partial<Record<ChannelName, Float64Array>>;

/** The record messages as columns, one row a record, before cleaning. */
export interface Records {
  readonly list: MessageList;
  readonly rows: number;
  readonly columns: Columns;
  /** Values that were outside the limits of their channel, and are left out. */
  readonly impossible: Partial<Record<ChannelName, number>>;
  readonly layouts: readonly Layout[];
}

/** The records of one definition. */
export interface Layout {
  readonly definition: Definition;
  readonly rows: Int32Array;
}

export const recordMessage = 20;
const noRows = /* @__PURE__ */ new Int32Array(0);

interface Step {
  readonly channel: ChannelName;
  /** Place in the order of priority: a later step overwrites what an earlier one found. */
  readonly order: number;
  /** Decodes the records `rows` and returns how many values were impossible. */
  readonly fill: (rows: Int32Array) => number;
}

/**
 * Decodes the records straight into columns: for each layout, one loop a field over all records of it, wherever they are.
 * Counters go first and in file order, because each value continues the one before. The number of cells is bounded by the
 * size of the file, whatever its definitions claim.
 */
export function readRecords(scan: Scan, problems: Problems): Records {
  const list = scan.lists.get(recordMessage) ?? new MessageList(recordMessage, 0);
  const rows = affordableRows(scan, list, problems);
  const layouts = layoutsOf(scan, list, rows);
  const records: Records = { list, rows, columns: {}, impossible: {}, layouts };
  fillCounters(scan, list, rows, (channel) => columnOf(records, channel));
  for (const { definition, rows: own } of layouts)
    for (const step of fieldSteps(scan, definition, records)) run(records, step, own);
  return records;
}

function run({ impossible }: Records, { channel, fill }: Step, rows: Int32Array): void {
  const outside = fill(rows);
  if (outside > 0) impossible[channel] = (impossible[channel] ?? 0) + outside;
}

/** Sorts the rows by layout: devices change the layout of their records hundreds of times a ride. */
function layoutsOf({ definitions }: Scan, list: MessageList, rows: number): Layout[] {
  const indexOf = list.definitions;
  const counts = new Int32Array(definitions.length);
  for (let row = 0; row < rows; row++) (counts[indexOf[row] as number] as number)++;
  const own = Array.from(counts, (count) => (count === 0 ? noRows : new Int32Array(count)));
  counts.fill(0);
  for (let row = 0; row < rows; row++) {
    const index = indexOf[row] as number;
    (own[index] as Int32Array)[(counts[index] as number)++] = row;
  }
  return definitions.flatMap((definition, i) => {
    const mine = own[i] as Int32Array;
    return mine.length === 0 ? [] : [{ definition, rows: mine }];
  });
}

/** Cells that the columns of a file may have in all. */
export function affordableCells({ bytes }: Scan): number {
  return 8 * bytes.length + 1_000_000;
}

/**
 * A file whose records carry what its layouts declare never has more cells than bytes. One that declares many channels
 * once and then writes millions of empty records would: such rows are cut off, and reported.
 */
function affordableRows(scan: Scan, list: MessageList, problems: Problems): number {
  const fields = new Set<number>();
  let developer = 0;
  for (const definition of scan.definitions) {
    if (definition.list !== list) continue;
    eachField(scan.bytes, definition, (number) => fields.add(number));
    developer = Math.max(developer, definition.developerCount);
  }
  const most = Math.floor(affordableCells(scan) / Math.max(1, fields.size + developer));
  if (list.count <= most) return list.count;
  problems.add(
    'limit',
    scan.bytes.length,
    `the records declare more values than the file can hold; kept ${most} records`,
  );
  return most;
}

type MutableRun = { -readonly [K in keyof FieldRun]: FieldRun[K] };

/** The fields of a layout that are channels, in order of priority. */
function fieldSteps(scan: Scan, definition: Definition, records: Records): Step[] {
  const steps: Step[] = [];
  eachField(scan.bytes, definition, (number, size, type, at) => {
    if (number === leftRightBalance && size === 1) {
      const channel = 'left_right_balance';
      const place = { ...placeOf(scan, definition, records, at, type), ...unscaled };
      steps.push(stepOf(channel, 0, { ...place, column: columnOf(records, channel) }, fillBalance));
      return;
    }
    const field = recordFields.get(number);
    if (field === undefined || elementCount(size, type) === 0 || (type & 0x1f) === BaseType.string) return;
    const { channel, scale, factor, offset, order } = field;
    const [low, high] = columnLimits(channel);
    const place = { ...placeOf(scan, definition, records, at, type), scale, factor, offset, low, high };
    steps.push(stepOf(channel, order, { ...place, column: columnOf(records, channel) }, fillColumn));
  });
  return steps.sort((a, b) => a.order - b.order);
}

const unscaled = { scale: 1, factor: 1, offset: 0, low: -Number.MAX_VALUE, high: Number.MAX_VALUE };

function placeOf({ bytes, view }: Scan, { littleEndian }: Definition, { list }: Records, at: number, type: number) {
  return { bytes, view, offsets: list.offsets, rows: noRows, at, type, littleEndian };
}

function columnOf({ columns, rows }: Records, channel: ChannelName): Float64Array {
  columns[channel] ??= new Float64Array(rows).fill(Number.NaN);
  return columns[channel];
}

function stepOf(channel: ChannelName, order: number, field: MutableRun, fill: (run: FieldRun) => number): Step {
  return {
    channel,
    order,
    fill: (rows) => {
      field.rows = rows;
      return fill(field);
    },
  };
}

/** Field 30: share in the low seven bits; only with bit 7 set is it known to be the right leg's. */
function fillBalance({ bytes, offsets, rows, at, column }: FieldRun): number {
  let outside = 0;
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] as number;
    const raw = bytes[(offsets[i] as number) + at] as number;
    if (raw === 0xff || (raw & 0x80) === 0) continue;
    if ((raw & 0x7f) > 100) outside++;
    else column[i] = raw & 0x7f;
  }
  return outside;
}
