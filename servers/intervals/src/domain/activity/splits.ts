import type { Cell } from '@core/mcp-kit';
import { elevationGain } from '@core/metrics/detection';
import { type ChannelName, type Grid, meanOf, PAUSED, tallyOf } from '@core/metrics/samples';
import { km, stepsPerMinute } from '../si.ts';
import { isOnFoot, isSwim, speedColumns, speedOf } from '../sport.ts';

/** A stretch of a recording: whole seconds of the grid, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of a given length. `seconds` is exact: where it begins and ends between two samples, the line is drawn straight. */
export interface Split extends Stretch {
  readonly seconds: number;
  readonly metres: number;
}

/** Shortest rest that is a split of its own, m: less is where the recording was stopped a little late. */
const SHORTEST_REST = 10;

/** Splits of `every` metres in order; the rest is the last one. Pauses count in `seconds`. */
export function splitsOf(distance: ArrayLike<number>, every: number): Split[] {
  const splits: Split[] = [];
  let before = -1;
  let start = 0;
  let line = every;
  let origin = 0;
  for (let i = 0; i < distance.length; i++) {
    const here = distance[i]!;
    if (!Number.isFinite(here)) continue;
    if (before === -1) {
      [before, start, origin, line] = [i, i, here, here + every];
      continue;
    }
    const last = distance[before]!;
    while (here >= line) {
      const crossed = before + ((line - last) / (here - last)) * (i - before);
      splits.push(between(start, crossed, every));
      [start, origin, line] = [crossed, line, line + every];
    }
    before = i;
  }
  const rest = before === -1 ? 0 : distance[before]! - origin;
  return rest >= SHORTEST_REST ? [...splits, between(start, before, rest)] : splits;
}

function between(start: number, end: number, metres: number): Split {
  return {
    from: Math.round(start),
    to: Math.max(Math.round(start) + 1, Math.round(end)),
    seconds: end - start,
    metres,
  };
}

/** How long a split is by default, m: what the sport's people speak of. */
export function usualSplit(sport: string | null, imperial: boolean): number {
  if (isSwim(sport)) return 100;
  const mile = imperial ? 1.609344 : 1;
  return isOnFoot(sport) ? 1000 * mile : 5000 * mile;
}

export const splitColumns = [
  'split',
  'distance_km',
  'time_s',
  'paused_s',
  ...speedColumns,
  'average_hr_bpm',
  'average_power_w',
  'cadence_rpm',
  'cadence_spm',
  'elevation_gain_m',
  'elevation_loss_m',
];

/** A split in a line. Pace and speed leave pauses out; means are over the seconds with data. */
export function splitRow(split: Split, index: number, grid: Grid, sport: string | null): Record<string, Cell> {
  const paused = grid.state.subarray(split.from, split.to).filter((state) => state === PAUSED).length;
  const moving = split.seconds - paused;
  return {
    split: index + 1,
    distance_km: km(split.metres),
    time_s: split.seconds,
    paused_s: paused > 0 ? paused : null,
    ...speedOf(sport, moving > 0 ? split.metres / moving : null),
    ...stretchMeans(split, grid, sport),
  };
}

/** Means and climbing of a stretch. */
export function stretchMeans({ from, to }: Stretch, grid: Grid, sport: string | null): Record<string, Cell> {
  const part = (name: ChannelName) => grid.channels[name]?.subarray(from, to);
  const mean = (name: ChannelName): number | null => {
    const values = part(name);
    const found = values === undefined ? Number.NaN : meanOf(tallyOf(values));
    return Number.isFinite(found) ? found : null;
  };
  const climbed = elevationGain(part('altitude') ?? new Float64Array()).value;
  const cadence = mean('cadence');
  return {
    average_hr_bpm: mean('heart_rate'),
    average_power_w: mean('power'),
    ...(isOnFoot(sport) ? { cadence_spm: stepsPerMinute(cadence) } : { cadence_rpm: cadence }),
    elevation_gain_m: climbed?.gain ?? null,
    elevation_loss_m: climbed?.loss ?? null,
  };
}
