import type { ChannelName } from '@core/metrics/samples';
import type { Activity } from '../activity/model.ts';
import { channelUnits } from './channel-statistics.ts';
import { isoTime } from './json-report.ts';
import { plain } from './text.ts';

interface Column {
  readonly header: string;
  readonly at: (row: number) => string;
}

/** The samples as CSV lines: time, then a column a channel with its unit, then developer fields. Empty is "no data". */
export function* csvLines(activity: Activity): Generator<string> {
  const { samples } = activity;
  const columns: Column[] = [
    { header: 'time_s', at: (row) => number(samples.time[row] as number) },
    {
      header: 'time',
      at: (row) => (samples.startMs === null ? '' : isoTime(samples.startMs + (samples.time[row] as number) * 1000)),
    },
    ...Object.entries(samples.channels).map(([name, column]) => ({
      header: withUnit(name, channelUnits[name as ChannelName] ?? ''),
      at: (row: number) => number(column[row] as number),
    })),
    ...activity.developer.map(({ name, units, values, texts }) => ({
      header: quoted(withUnit(`developer ${name}`, units ?? '')),
      at: (row: number) => (values === null ? quoted(texts?.[row] ?? '') : number(values[row] as number)),
    })),
  ];
  yield columns.map((column) => column.header).join(',');
  for (let row = 0; row < samples.time.length; row++) yield columns.map((column) => column.at(row)).join(',');
}

function withUnit(name: string, unit: string): string {
  return unit === '' ? name : `${name} [${unit}]`;
}

/** Seven decimals: a centimetre of latitude. */
function number(value: number): string {
  return Number.isNaN(value) ? '' : String(Math.round(value * 1e7) / 1e7);
}

/** Quotes what a spreadsheet would split, and disarms what it would run as a formula. */
function quoted(text: string): string {
  const safe = plain(text).replace(/^(?=[=+@-])/, "'");
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
