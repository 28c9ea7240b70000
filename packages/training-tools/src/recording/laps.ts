import type { Cell } from '@core/mcp-kit';
import { normalizedPower } from '@core/metrics/power';
import { type ChannelName, type Grid, totals } from '@core/metrics/samples';
import type { Lap, SportFamily } from '../ports/index.ts';
import { speedColumns, speedOf } from './pace.ts';

export const lapColumns = [
  'lap',
  'label',
  'start_s',
  'time_s',
  'distance_km',
  'average_power_w',
  'np_w',
  'average_hr_bpm',
  ...speedColumns,
];

/** What was done in each lap, pauses included in its time. */
export function lapRows(laps: readonly Lap[], { channels }: Grid, family: SportFamily): Record<string, Cell>[] {
  return laps.map(({ fromS, toS, label }, i) => {
    const part = (name: ChannelName) => channels[name]?.subarray(fromS, toS);
    const mean = (name: ChannelName) => meanOf(part(name));
    const distance = part('distance')?.filter(Number.isFinite);
    const metres = distance === undefined || distance.length === 0 ? null : distance.at(-1)! - distance[0]!;
    const power = part('power');
    return {
      lap: i + 1,
      label,
      start_s: fromS,
      time_s: toS - fromS,
      distance_km: metres === null ? null : metres / 1000,
      average_power_w: mean('power'),
      np_w: power === undefined ? null : normalizedPower(power).value,
      average_hr_bpm: mean('heart_rate'),
      ...speedOf(family, mean('speed')),
    };
  });
}

/** Mean of the seconds with a value; `null` without any. */
export function meanOf(part: Float64Array | undefined): number | null {
  const { sum, count } = part === undefined ? { sum: 0, count: 0 } : totals(part);
  return count === 0 ? null : sum / count;
}
