import { detectIntervals } from '@core/metrics/detection';
import { normalizedPower } from '@core/metrics/power';
import { totals } from '@core/metrics/samples';
import type { RideWords } from '../../language/rides.ts';
import type { DecodedRide } from './decode.ts';

export const effortColumns = [
  'start_s',
  'length_s',
  'avg_power_w',
  'normalized_power_w',
  'avg_hr_bpm',
  'max_hr_bpm',
] as const;

export type EffortRow = Record<(typeof effortColumns)[number], number | null>;

/** Hard stretches that the power shows; without any, why. */
export function effortsOf(
  { grid }: DecodedRide,
  words: RideWords,
): {
  readonly rows: EffortRow[];
  readonly sets: string[];
  readonly why: string | null;
} {
  const { power, heart_rate: beats } = grid.channels;
  if (power === undefined) return { rows: [], sets: [], why: words.effortsNeedPower };
  const found = detectIntervals(power);
  if (found.value === null) return { rows: [], sets: [], why: words.noEfforts(found.detail) };
  const { intervals, sets } = found.value;
  return {
    rows: intervals.map(({ from, to, seconds, average }) => {
      const heart = beats && totals(beats.subarray(from, to));
      return {
        start_s: from,
        length_s: seconds,
        avg_power_w: average,
        normalized_power_w: normalizedPower(power.subarray(from, to)).value,
        avg_hr_bpm: heart && heart.count > 0 ? heart.sum / heart.count : null,
        max_hr_bpm: heart && heart.count > 0 ? heart.max : null,
      };
    }),
    sets: sets.map(({ label, average }) => `${label} at ${Math.round(average)} W`),
    why: null,
  };
}
