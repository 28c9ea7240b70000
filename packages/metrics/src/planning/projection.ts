import { type Day, dayNumber, toDay } from '../day/day.ts';
import { checkedLoad, type DailyLoads, dailyLoads, type LoadEntry } from '../load/daily-loads.ts';

/** A planned session. */
export interface PlannedLoad extends LoadEntry {
  /** The session was done: its load is already among the actual ones and must not count again. */
  readonly done?: boolean;
}

export interface ProjectionOptions {
  /** The day that divides what happened from what is planned: the athlete's local day. */
  readonly today: Day;
  /**
   * Today: `actual_or_planned` (default) takes the actual load if there is any and otherwise the plan; `actual_and_open`
   * adds planned sessions that are not done to what was done (a second session this evening).
   */
  readonly todayCounts?: 'actual_or_planned' | 'actual_and_open';
  /** First and last day. Default: the earliest and the latest entry that counts. */
  readonly from?: Day;
  readonly to?: Day;
}

/**
 * One load a day from what was done and what is planned: actual before today, planned after it, today by the rule above.
 *
 * A plan of the past that was missed does not count, an activity of the future (a wrong clock) neither, and a planned
 * session that is `done` is never counted beside its activity. Feed the result to `fitnessSeries` for the projection.
 *
 * @returns `null` when nothing counts and no `from` is given.
 * @throws RangeError as `dailyLoads`.
 */
export function projectedLoads(
  actual: Iterable<LoadEntry>,
  planned: Iterable<PlannedLoad>,
  options: ProjectionOptions,
): DailyLoads | null {
  const today = dayNumber(options.today);
  const counted: LoadEntry[] = [];
  let trainedToday = false;
  for (const entry of actual) {
    const day = dayNumber(entry.day);
    if (day > today) continue;
    counted.push(entry);
    trainedToday ||= day === today;
  }
  const openToday = !trainedToday || options.todayCounts === 'actual_and_open';
  for (const entry of planned) {
    const day = dayNumber(entry.day);
    if (day > today ? entry.done !== true : day === today && openToday && entry.done !== true) counted.push(entry);
  }
  return dailyLoads(counted, options);
}

/** A day of a what-if: another load for the day, or so much more (less when negative). */
export type LoadChange = { readonly day: Day } & ({ readonly load: number } | { readonly delta: number });

/**
 * The loads with some days changed; days after the last are added as rest. Run `fitnessSeries` on both to compare: CTL and
 * ATL are linear in the loads, so the difference of the two is the effect of the changes alone. A delta on a day of unknown
 * load counts from 0; a day never falls below 0.
 * @throws RangeError for a change before the first day, a load that is negative or infinite, or a span over 100 years.
 */
export function changedLoads(loads: DailyLoads, changes: Iterable<LoadChange>): DailyLoads {
  const first = dayNumber(loads.from);
  const wanted = [...changes].map((change) => ({ change, i: dayNumber(change.day) - first }));
  const last = wanted.reduce((latest, { i }) => Math.max(latest, i), loads.values.length - 1);
  const end = dailyLoads([], { from: loads.from, to: toDay(first + last) })!;
  end.values.set(loads.values);
  const replaced = new Set<Day>();
  for (const { change, i } of wanted) {
    if (i < 0) throw new RangeError(`${change.day} lies before ${loads.from}, the first day of the loads`);
    if ('load' in change) replaced.add(change.day);
    const before = end.values[i]!;
    const known = Number.isNaN(before) ? 0 : before;
    const load = 'load' in change ? change.load : known + change.delta;
    end.values[i] = checkedLoad('load' in change ? load : Math.max(0, load), first + i);
  }
  return { ...end, incomplete: loads.incomplete.filter((day) => !replaced.has(day)) };
}
