import { finite, type Metric, needPositive, none } from '../result/index.ts';
import { meanOf, type Series, type Tally, tallyOf } from '../samples/index.ts';
import { exponentialTrimp, type TrimpOptions, trimpPerMinute, weightsOf } from './trimp.ts';
import { zoneWeightedTrimp } from './zone-trimp.ts';

export interface StressScoreOptions extends TrimpOptions {
  /** Lactate-threshold heart rate, bpm, rest < lthr ≤ max. */
  readonly lthr: number;
}

/**
 * HRSS (normalised hrTSS), points: 100 · TRIMPexp / TRIMPexp of one hour at LTHR. An hour at LTHR is 100. The default
 * heart-rate load: time near rest scores next to nothing, unlike the square form.
 * Refuses `no_data`, `bad_input` (not 0 < rest < lthr ≤ max). O(n).
 * @source elevate (HRSS); intervals.icu `HRSS`; GoldenCheetah TRIMP(100)
 */
export function heartRateStressScore(heartRate: Series | Tally, options: StressScoreOptions): Metric {
  const trimp = exponentialTrimp(heartRate, options);
  if (trimp.value === null) return trimp;
  if (!(options.lthr > options.rest && options.lthr <= options.max))
    return none('bad_input', `lthr must be above rest and at most max, got ${options.lthr}`);
  const hour = 60 * trimpPerMinute(options.lthr, options, weightsOf(options));
  return finite((100 * trimp.value) / hour, 'HRSS, TRIMPexp against an hour at LTHR', trimp.coverage);
}

/**
 * hrTSS in the square form, points: h · (mean HR / LTHR)² · 100. Overstates easy time: resting at 60 % of LTHR still
 * scores 36 an hour. `lthr` in bpm, above 0. Refuses `no_data`, `bad_input`. O(n).
 * @source igpsport-mcp
 */
export function squareHeartRateScore(heartRate: Series | Tally, lthr: number): Metric {
  const refusal = needPositive({ lthr });
  if (refusal !== null) return refusal;
  const tally = tallyOf(heartRate);
  if (tally.covered === 0) return none('no_data', 'the activity has no heart rate');
  const score = (tally.covered / 36) * (meanOf(tally) / lthr) ** 2;
  return finite(score, 'hrTSS, square of mean heart rate', tally.covered / tally.length);
}

/** Points per hour from each share of LTHR upward. */
export interface ZonePoints {
  readonly shares: readonly number[];
  readonly pointsPerHour: readonly number[];
}

/**
 * Friel's points per hour by zone of LTHR, in its common layout: low Z1 20, Z1 30, Z2 40/50/60 in thirds, Z3 70, Z4 80,
 * Z5a 100, Z5b 120, Z5c 140. The table is quoted in several layouts, so it is data that a caller can replace.
 * @source TrainingPeaks help and Friel's table, second-hand
 */
export const FRIEL_POINTS: ZonePoints = {
  shares: [0, 0.65, 0.81, 0.84, 0.87, 0.9, 0.94, 1, 1.03, 1.07],
  pointsPerHour: [20, 30, 40, 50, 60, 70, 80, 100, 120, 140],
};

/**
 * hrTSS from a table of points per hour by zone of LTHR, points. `lthr` in bpm, above 0; the table defaults to
 * `FRIEL_POINTS`. Refuses `no_data`, `bad_input` (table not increasing or uneven). O(n · zones).
 * @source TrainingPeaks help, Friel
 */
export function zoneTableHeartRateScore(
  heartRate: Series | Tally,
  lthr: number,
  table: ZonePoints = FRIEL_POINTS,
): Metric {
  const refusal = needPositive({ lthr });
  if (refusal !== null) return refusal;
  return zoneWeightedTrimp(
    heartRate,
    table.shares.map((share) => share * lthr),
    table.pointsPerHour.map((points) => points / 60),
    'hrTSS, points per hour by zone',
  );
}
