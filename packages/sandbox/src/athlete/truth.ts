import { addDays, type Day, daysBetween } from './days.ts';

export const CTL_DAYS = 42;
export const ATL_DAYS = 7;

export interface Fitness {
  readonly ctl: number;
  readonly atl: number;
}

/**
 * Fitness and fatigue by day: x ← x + (load − x)·(1 − e^(−1/τ)), τ 42 and 7 days, from zero on the first day. `loads`
 * gives the day's load that counts towards each.
 */
export function fitnessByDay(first: Day, last: Day, loads: (day: Day) => Fitness): Map<Day, Fitness> {
  const toCtl = 1 - Math.exp(-1 / CTL_DAYS);
  const toAtl = 1 - Math.exp(-1 / ATL_DAYS);
  const byDay = new Map<Day, Fitness>();
  let ctl = 0;
  let atl = 0;
  for (let n = 0; n <= daysBetween(first, last); n++) {
    const day = addDays(first, n);
    const load = loads(day);
    ctl += (load.ctl - ctl) * toCtl;
    atl += (load.atl - atl) * toAtl;
    byDay.set(day, { ctl, atl });
  }
  return byDay;
}

/** Best mean over `seconds` consecutive samples, by trying every start; NaN counts as 0. Undefined when too short. */
export function bestMean(values: ArrayLike<number>, seconds: number): number | undefined {
  if (values.length < seconds) return undefined;
  let window = 0;
  for (let i = 0; i < seconds; i++) window += values[i]! || 0;
  let best = window;
  for (let i = seconds; i < values.length; i++) {
    window += (values[i]! || 0) - (values[i - seconds]! || 0);
    if (window > best) best = window;
  }
  return best / seconds;
}
