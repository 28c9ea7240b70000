import { type Day, dayNumber, toDay } from '../day/day.ts';
import type { DailyLoads } from '../load/daily-loads.ts';
import { type FitnessOptions, type FitnessSeries, fitnessSeries, meanOf } from '../load/fitness.ts';

/** From the start of `day`: other time constants, other values, or both (Intervals.icu `FITNESS_DAYS`, `SET_FITNESS`). */
export interface FitnessChange {
  readonly day: Day;
  /** Time constants that hold from this day on. */
  readonly ctlDays?: number;
  readonly atlDays?: number;
  /** Values that replace CTL and ATL of the evening before, so that this day's load still adds to them. */
  readonly ctl?: number;
  readonly atl?: number;
}

/**
 * CTL, ATL and form of an athlete whose model was changed along the way: other time constants, or values set by hand.
 *
 * Each stretch between two changes is a `fitnessSeries` that starts from the end of the one before. `start`, `settledFrom`
 * and `convention` are those of the last stretch. Changes of one day are applied in the order given; changes after the last
 * day have no effect and changes before the first day take part in it.
 *
 * @throws RangeError as `fitnessSeries`, and for a change on a day that does not exist.
 */
export function fitnessWithChanges(
  loads: DailyLoads,
  changes: readonly FitnessChange[],
  options: FitnessOptions = {},
): FitnessSeries {
  const whole = fitnessSeries(loads, options);
  const first = dayNumber(loads.from);
  const { ctl, atl, form } = whole;
  let last = whole;
  for (const [i, change] of inOrder(changes, first)) {
    if (i >= ctl.length) break;
    const { ctlDays = last.convention.ctlDays, atlDays = last.convention.atlDays } = change;
    const evening = i === 0 ? startOf(loads, options) : { ctl: ctl[i - 1]!, atl: atl[i - 1]! };
    const seed = { ctl: change.ctl ?? evening.ctl, atl: change.atl ?? evening.atl };
    last = fitnessSeries(from(loads, i), {
      ...options,
      ctlDays,
      atlDays,
      seed,
      until: whole.to,
      ...(options.atlLoads && { atlLoads: from(options.atlLoads, i) }),
    });
    ctl.set(last.ctl, i);
    atl.set(last.atl, i);
    form.set(last.form, i);
  }
  return { ...last, from: whole.from, ctl, atl, form };
}

/** Changes by index of their first day, those of one day merged. */
function inOrder(changes: readonly FitnessChange[], first: number): [number, FitnessChange][] {
  const merged = new Map<number, FitnessChange>();
  const sorted = changes.map((change) => ({ change, day: dayNumber(change.day) })).sort((a, b) => a.day - b.day);
  for (const { change, day } of sorted) {
    const i = Math.max(0, day - first);
    merged.set(i, { ...merged.get(i), ...change });
  }
  return [...merged];
}

/** CTL and ATL on the evening before the first day. */
function startOf(loads: DailyLoads, { seed, atlLoads = loads }: FitnessOptions): { ctl: number; atl: number } {
  if (seed === undefined) return { ctl: 0, atl: 0 };
  if ('ctl' in seed) return seed;
  return { ctl: meanOf(loads.values, seed.meanOfDays), atl: meanOf(atlLoads.values, seed.meanOfDays) };
}

function from(loads: DailyLoads, i: number): DailyLoads {
  return { ...loads, from: toDay(dayNumber(loads.from) + i), values: loads.values.subarray(i) };
}
