import type { ChannelName } from '@core/metrics/samples';
import type { Problems } from '../activity/problem.ts';
import {
  type Accumulators,
  fillAccumulatedPower,
  fillBalance,
  fillCycles,
  fillSpeedDistance,
  newAccumulators,
} from './accumulators.ts';
import { baseTypeSize } from './base-type.ts';
import { type FieldRun, fillColumn } from './column-kernels.ts';
import { type Definition, eachField, elementCount } from './definition.ts';
import { MessageList } from './message-list.ts';
import {
  compressedAccumulatedPower,
  compressedSpeedDistance,
  cycles,
  leftRightBalance,
  recordFields,
} from './record-fields.ts';
import type { Scan } from './scan.ts';

export type Columns = Partial<Record<ChannelName, Float64Array>>;

/** The record messages as columns, one row a record, before cleaning. */
export interface Records {
  readonly list: MessageList;
  readonly rows: number;
  readonly columns: Columns;
}

/** A stretch of rows with one layout. */
export interface Stretch {
  readonly definition: Definition;
  readonly from: number;
  readonly to: number;
}

export const recordMessage = 20;

type MutableRun = { -readonly [K in keyof FieldRun]: FieldRun[K] };
type Step = (from: number, to: number, accumulators: Accumulators) => void;

/**
 * Decodes the records straight into columns: for each stretch of records with one layout, one loop a field. The number of
 * cells is bounded by the size of the file, whatever its definitions claim.
 */
export function readRecords(scan: Scan, problems: Problems): Records {
  const list = scan.lists.get(recordMessage) ?? new MessageList(recordMessage, 0);
  const layouts = scan.definitions.filter((definition) => definition.list === list);
  const rows = affordableRows(scan, list.count, layouts, problems);
  const columns: Columns = {};
  const steps = new Map<Definition, readonly Step[]>();
  let accumulators = newAccumulators();
  let file = -1;
  eachStretch(scan, list, rows, ({ definition, from, to }) => {
    if (definition.file !== file) {
      accumulators = newAccumulators();
      file = definition.file;
    }
    let plan = steps.get(definition);
    if (plan === undefined) {
      plan = planSteps(scan, list, definition, columns, rows);
      steps.set(definition, plan);
    }
    for (const step of plan) step(from, to, accumulators);
  });
  return { list, rows, columns };
}

/** Visits the rows of a list in stretches of one definition. */
export function eachStretch(scan: Scan, list: MessageList, rows: number, visit: (stretch: Stretch) => void): void {
  const layouts = list.definitions;
  for (let from = 0; from < rows; ) {
    const index = layouts[from] as number;
    let to = from + 1;
    while (to < rows && layouts[to] === index) to++;
    const definition = scan.definitions[index];
    if (definition !== undefined) visit({ definition, from, to });
    from = to;
  }
}

/**
 * A file whose records carry what its layouts declare never has more cells than bytes. One that declares many channels
 * once and then writes millions of empty records would: such rows are cut off, and reported.
 */
function affordableRows(scan: Scan, rows: number, layouts: readonly Definition[], problems: Problems): number {
  const fields = new Set<string>();
  for (const definition of layouts) {
    eachField(scan.bytes, definition, (number) => fields.add(String(number)));
    fields.add(`developer ${definition.developerCount}`);
  }
  const developer = Math.max(0, ...layouts.map((definition) => definition.developerCount));
  const most = Math.floor((8 * scan.bytes.length + 1_000_000) / Math.max(1, fields.size + developer));
  if (rows <= most) return rows;
  problems.add(
    'limit',
    scan.bytes.length,
    `the records declare more values than the file can hold; kept ${most} records`,
  );
  return most;
}

function planSteps(scan: Scan, list: MessageList, definition: Definition, columns: Columns, rows: number): Step[] {
  const { bytes, view } = scan;
  const column = (channel: ChannelName): Float64Array => (columns[channel] ??= new Float64Array(rows).fill(Number.NaN));
  const steps: { order: number; step: Step }[] = [];
  const priority = [...recordFields.keys()];
  const base = { view, offsets: list.offsets, from: 0, to: 0, littleEndian: definition.littleEndian };
  eachField(bytes, definition, (number, size, type, at) => {
    if (elementCount(size, type) === 0) return;
    const run = { ...base, at, type, scale: 1, offset: 0, semicircles: false };
    const packed = packedStep(number, size, run, column);
    if (packed !== undefined) steps.push({ order: -1, step: packed });
    const field = recordFields.get(number);
    if (field === undefined || baseTypeSize(type) === 0 || (type & 0x1f) === 7) return;
    const { channel, scale, offset, semicircles } = field;
    const whole: MutableRun = { ...run, scale, offset, semicircles, column: column(channel) };
    steps.push({ order: priority.indexOf(number), step: runStep(whole, fillColumn) });
  });
  return steps.sort((a, b) => a.order - b.order).map(({ step }) => step);
}

/** Packed fields by number. Sizes other than the documented one are left alone. */
function packedStep(
  number: number,
  size: number,
  run: Omit<MutableRun, 'column'>,
  column: (channel: ChannelName) => Float64Array,
): Step | undefined {
  if (number === compressedSpeedDistance && size === 3) {
    const speed = column('speed');
    const distance = column('distance');
    return runStep({ ...run, column: speed }, (r, state) => fillSpeedDistance(r, speed, distance, state));
  }
  if (number === compressedAccumulatedPower && size === 2)
    return runStep({ ...run, column: column('accumulated_power') }, fillAccumulatedPower);
  if (number === cycles && size === 1) return runStep({ ...run, column: column('total_cycles') }, fillCycles);
  if (number === leftRightBalance && size === 1)
    return runStep({ ...run, column: column('left_right_balance') }, fillBalance);
  return undefined;
}

/** One object a field and layout, reused for every stretch. */
function runStep(run: MutableRun, fill: (run: FieldRun, state: Accumulators) => void): Step {
  return (from, to, accumulators) => {
    run.from = from;
    run.to = to;
    fill(run, accumulators);
  };
}
