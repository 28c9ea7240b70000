import type { RecordedSeries } from '@core/mcp-kit';
import { wire } from '@core/mcp-kit/http';
import type { WireAnalysisCharts } from '../../client/analysis/wire.ts';
import { plainName, quantityOf } from './quantity.ts';

/** Where somebody was. Not shown: a ride usually starts at home. */
const position = /^(position_?)?(lat|lon|lng)/;

export interface ChannelStats {
  readonly channel: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
}

export interface Channels {
  /** Seconds since the start, a value a sample. */
  readonly seconds: readonly (number | null)[];
  readonly series: readonly RecordedSeries[];
  readonly stats: readonly ChannelStats[];
  /** What can be asked for. */
  readonly names: readonly string[];
  /** What was asked for and was not recorded. */
  readonly missing: readonly string[];
}

const number = (value: unknown): number | null => {
  const read = wire.number.safeParse(value);
  return read.success ? (read.data ?? null) : null;
};

/** The channels of a recording by our names, all of them or those in `asked` (`power`, `hr`, `heart_rate`, `power_w`). */
export function channelsOf({ metadata, data }: WireAnalysisCharts, asked: readonly string[] | undefined): Channels {
  const known = Object.entries(metadata)
    .map(([key, { unit, ...stats }]) => ({ key, plain: plainName(key), quantity: quantityOf(key, unit), stats }))
    .filter(({ plain }) => plain !== 'time' && !position.test(plain));
  const wanted = asked?.map(plainName);
  const isWanted = ({ plain, quantity }: (typeof known)[number]) =>
    wanted === undefined || wanted.includes(plain) || wanted.includes(quantity.name);
  const shown = known.filter(isWanted);
  const inOurs = (value: number | null, convert: (value: number) => number) => (value === null ? null : convert(value));
  return {
    seconds: data.map(({ time }) => number(time)),
    series: shown.map(({ key, quantity: { name, convert } }) => ({
      name,
      values: data.map((sample) => inOurs(number(sample[key]), convert)),
    })),
    stats: shown.map(({ quantity: { name, convert }, stats }) => ({
      channel: name,
      min: inOurs(stats.minimum, convert),
      max: inOurs(stats.maximum, convert),
      mean: inOurs(stats.average, convert),
    })),
    names: known.map(({ plain }) => plain),
    missing: (wanted ?? []).filter((name) => !known.some((each) => each.plain === name || each.quantity.name === name)),
  };
}
