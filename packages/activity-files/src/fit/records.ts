import type { ChannelName } from '@core/metrics/samples';
import type { DeveloperColumn } from '../activity/model.ts';
import type { Problems } from '../activity/problem.ts';
import { ChannelColumns, type Columns } from './channel-columns.ts';
import type { ColumnField } from './column-field.ts';
import { eachField } from './definition.ts';
import type { DeveloperFields } from './developer.ts';
import { DeveloperColumns } from './developer-columns.ts';
import { fillRows } from './fill-rows.ts';
import { MessageList, recordMessage } from './message-list.ts';
import type { Scan } from './scan.ts';

/** Layouts that are remembered: devices go back and forth between a few, a hostile file defines one for each record. */
const mostLayouts = 256;

/** The record messages as columns, one row a record, before cleaning. */
export interface Records {
  /** FIT seconds of each row. */
  readonly times: Uint32Array;
  readonly columns: Columns;
  readonly developer: readonly DeveloperColumn[];
  /** Values that were outside the limits of their channel, and are left out. */
  readonly impossible: Partial<Record<ChannelName, number>>;
}

/**
 * Decodes the records straight into columns. What a layout holds is looked up when its first record comes. The number of
 * cells is bounded by the size of the file, whatever its definitions claim.
 */
export function readRecords(scan: Scan, described: DeveloperFields, problems: Problems): Records {
  const list = scan.lists.get(recordMessage) ?? new MessageList(recordMessage, 0);
  const cells = affordableCells(scan);
  const rows = affordableRows(scan, list, cells, problems);
  const channels = new ChannelColumns(scan, rows);
  const developer = new DeveloperColumns(scan, described, rows, Math.floor(cells / Math.max(1, rows)));
  const layouts = new Map<number, ColumnField[]>();
  for (let row = 0; row < rows; ) {
    const index = list.definitions[row] as number;
    let fields = layouts.get(index);
    if (fields === undefined) {
      const definition = scan.definitions[index];
      fields = definition === undefined ? [] : [...channels.fieldsOf(definition), ...developer.fieldsOf(definition)];
      if (layouts.size === mostLayouts) layouts.clear();
      layouts.set(index, fields);
    }
    row = fillRows(scan, list, row, rows, fields);
  }
  return {
    times: list.times.subarray(0, rows),
    columns: channels.columns,
    developer: developer.finish(problems),
    impossible: channels.impossible(),
  };
}

/** Cells that the columns of a file may have in all. */
function affordableCells({ bytes }: Scan): number {
  return 8 * bytes.length + 1_000_000;
}

/**
 * A file whose records carry what its layouts declare never has more cells than bytes. One that declares many channels
 * once and then writes millions of empty records would: such rows are cut off, and reported.
 */
function affordableRows(scan: Scan, list: MessageList, cells: number, problems: Problems): number {
  const fields = new Set<number>();
  let developer = 0;
  for (const definition of scan.definitions) {
    if (definition.list !== list) continue;
    eachField(scan.bytes, definition, (number) => fields.add(number));
    developer = Math.max(developer, definition.developerCount);
  }
  const most = Math.floor(cells / Math.max(1, fields.size + developer));
  if (list.count <= most) return list.count;
  problems.add(
    'limit',
    scan.bytes.length,
    `the records declare more values than the file can hold; kept ${most} records`,
  );
  return most;
}
