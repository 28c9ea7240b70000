import { Failure } from '@core/mcp-kit';

/** A column of a table of streams: one value a sample, `null` for a gap. */
export interface StreamColumn {
  readonly type: string;
  readonly values: readonly (number | null)[];
}

/** Streams that say where a sample is, not what was measured: they name rows and are never overwritten here. */
const places: ReadonlySet<string> = new Set(['time', 'lat', 'lng']);

/**
 * A CSV table of streams, as the download writes it: a header of stream types, a row a sample.
 *
 * @throws Failure `bad_input` that names the line or the column, when it does not fit the recording.
 */
export function streamTable(bytes: Uint8Array, time: readonly (number | null)[]): StreamColumn[] {
  const [header = '', ...lines] = new TextDecoder().decode(bytes).trimEnd().split(/\r?\n/);
  const names = header.split(',').map((name) => name.trim());
  if (names.some((name) => !/^[A-Za-z]\w*$/.test(name)) || new Set(names).size < names.length) {
    throw refused('the first line must name each stream once', 'start with a line such as time,watts,heartrate');
  }
  if (lines.length !== time.length) {
    throw refused(
      `it has ${lines.length} rows, the activity ${time.length} samples`,
      'download the csv of the activity and edit that',
    );
  }
  const rows = lines.map((line, i) => cells(line, i, names.length));
  const columns = names.map((type, column) => ({ type, values: rows.map((row) => row[column] ?? null) }));
  const clock = columns.find(({ type }) => type === 'time');
  const shifted = clock?.values.findIndex((second, i) => second !== time[i]) ?? -1;
  if (shifted !== -1)
    throw refused(
      `the time of row ${shifted + 1} is not that of the activity`,
      'leave the column time as it was downloaded',
    );
  const written = columns.filter(({ type }) => !places.has(type));
  if (written.length > 0) return written;
  throw refused(
    'it holds no stream to overwrite',
    'add a column such as watts; time, lat and lng are never overwritten',
  );
}

function cells(line: string, index: number, width: number): (number | null)[] {
  const row = line.split(',').map((cell) => (cell.trim() === '' ? null : Number(cell)));
  if (row.length === width && row.every((value) => value === null || Number.isFinite(value))) return row;
  throw refused(`row ${index + 1} does not hold ${width} numbers`, 'write numbers with a point, and nothing for a gap');
}

function refused(why: string, next: string): Failure {
  return new Failure('bad_input', `file cannot be used: ${why}`, { next });
}
