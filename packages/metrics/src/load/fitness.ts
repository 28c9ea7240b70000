import { type Day, dayNumber, toDay } from '../day/day.ts';
import { type ConventionOptions, check, dailyShare, type FitnessConvention, fitnessConvention } from './convention.ts';
import { checkedLoad, type DailyLoads, span } from './daily-loads.ts';

/**
 * CTL and ATL on the evening before the first day: the values a platform gives, or the mean of the first days (28 to 42 is
 * usual; 1 repeats what pandas `adjust=False` does, and a single hard first day then sets CTL).
 */
export type Seed = { readonly ctl: number; readonly atl: number } | { readonly meanOfDays: number };

export interface FitnessOptions extends ConventionOptions {
  /** Default: both start from 0 and the answer says what that may still cost (`start`). */
  readonly seed?: Seed;
  /** Last day of the answer. Days after the last load count as rest, so both averages decay. */
  readonly until?: Day;
  /** Loads that feed ATL where they differ from those of CTL (Intervals.icu `atlFactor`); same days. */
  readonly atlLoads?: DailyLoads;
  /** A day with unknown load (`NaN`) counts as `zero` (default, as the platforms do) or leaves both averages (`hold`). */
  readonly unknownLoad?: 'zero' | 'hold';
}

/** What is left of the starting value of an average on the last day. */
export interface Start {
  /** Share of the starting value that is still in the value, 0–1: Π(1 − α). */
  readonly share: number;
  /**
   * What the start may still cost, points: share × (mean load of the first 42 days − starting value). Positive: the true
   * value is probably higher. 0 when the starting value was given.
   */
  readonly bias: number;
}

/** CTL, ATL and form of consecutive days, in load points; index 0 is `from`. */
export interface FitnessSeries {
  readonly from: Day;
  readonly to: Day;
  readonly ctl: Float64Array;
  readonly atl: Float64Array;
  readonly form: Float64Array;
  readonly start: { readonly ctl: Start; readonly atl: Start };
  /** First day that lies 3 τ of CTL after the first (5 % of the start is left); days before it are warm-up. */
  readonly settledFrom: Day;
  readonly convention: FitnessConvention;
}

/**
 * Fitness (CTL), fatigue (ATL) and form (TSB) of every day, in load points (TSS or alike) a day.
 *
 * x(d) = x(d−1) + α·(load(d) − x(d−1)), with α = 1 − e^(−1/τ) or 1/τ. Form is CTL − ATL of the evening before or of the
 * same evening. Every calendar day takes part; days after the last load decay until `until`. What is left of the start on
 * the last day is in `start`.
 *
 * | Convention | α | Form |
 * |---|---|---|
 * | default, GoldenCheetah, WKO, elevate | 1 − e^(−1/τ) | evening before |
 * | TrainingPeaks | 1/τ | evening before |
 * | Intervals.icu | 1 − e^(−1/τ) | same evening |
 *
 * @throws RangeError for a load or a start that is not 0 to 10⁹, `atlLoads` of other days, an
 *   `until` before the first day, or options that {@link fitnessConvention} refuses.
 * @source Banister 1975; Allen & Coggan, Training and Racing with a Power Meter (CTL, ATL, TSB are marks of Peaksware).
 */
export function fitnessSeries(loads: DailyLoads, options: FitnessOptions = {}): FitnessSeries {
  const convention = fitnessConvention(options);
  const { atlLoads = loads, until } = options;
  const first = dayNumber(loads.from);
  const length = loads.values.length;
  const days = span(first, until === undefined ? first + length - 1 : dayNumber(until));
  check(atlLoads.from === loads.from && atlLoads.values.length === length, 'atlLoads must cover the days of the loads');
  const ctl = average(loads.values, 'ctl', first, days, convention, options);
  const atl = average(atlLoads.values, 'atl', first, days, convention, options);
  const form = ctl.values.map((value, i) => value - atl.values[i]!);
  if (convention.form === 'previous_day') {
    form.copyWithin(1, 0);
    form[0] = ctl.before - atl.before;
  }
  return {
    from: loads.from,
    to: toDay(first + days - 1),
    ctl: ctl.values,
    atl: atl.values,
    form,
    start: { ctl: ctl.start, atl: atl.start },
    settledFrom: toDay(first + Math.ceil(3 * convention.ctlDays)),
    convention,
  };
}

interface Average {
  readonly values: Float64Array;
  /** The value on the evening before the first day. */
  readonly before: number;
  readonly start: Start;
}

function average(
  loads: Float64Array,
  name: 'ctl' | 'atl',
  first: number,
  days: number,
  convention: FitnessConvention,
  { seed, unknownLoad }: FitnessOptions,
): Average {
  const values = new Float64Array(days);
  const alpha = dailyShare(convention[`${name}Days`], convention.recursion);
  let x = 0;
  let share = 1;
  let lacking = meanOf(loads, 42);
  if (seed !== undefined) {
    x = 'ctl' in seed ? checkedLoad(seed[name], first) : meanOf(loads, seed.meanOfDays);
    lacking = 'ctl' in seed ? 0 : lacking - x;
  }
  const before = x;
  for (let i = 0; i < days; i++) {
    const load = loads[i] ?? 0;
    const known = !Number.isNaN(load);
    if (known || unknownLoad !== 'hold') {
      x += alpha * ((known ? checkedLoad(load, first + i) : 0) - x);
      share *= 1 - alpha;
    }
    values[i] = x;
  }
  return { values, before, start: { share, bias: share * lacking } };
}

/** Mean of the known loads among the first days; 0 without any. */
export function meanOf(loads: Float64Array, days: number): number {
  check(days >= 1, `meanOfDays ${days} must be 1 or more`);
  const known = loads.subarray(0, days).filter((load) => load <= 1e9);
  return known.reduce((sum, load) => sum + load, 0) / (known.length || 1);
}
