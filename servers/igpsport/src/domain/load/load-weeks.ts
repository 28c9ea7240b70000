import { mondayOf } from '@core/metrics/day';
import { dailyLoads } from '@core/metrics/load';
import type { LoadDay } from './training-load.ts';

/** A week of the series: loads added up, CTL, ATL and form those of its last day. */
export interface LoadWeek extends Omit<LoadDay, 'date'> {
  /** First day shown of the week: its Monday, or where the window starts. */
  readonly week_from: string;
  /** Days whose rides all lack a load: not in the sum. */
  readonly unknown_days: number;
}

/** Days, newest first, as weeks from Monday on, newest first. A week without a known load has `null`. */
export function loadWeeks(days: readonly LoadDay[]): LoadWeek[] {
  return [...Map.groupBy(days, ({ date }) => mondayOf(date))].map(([monday, members]) => {
    const { ctl, atl, form } = members[0]!;
    const load = dailyLoads(members.map((member) => ({ day: monday, load: member.load })))?.values[0] ?? Number.NaN;
    return {
      week_from: members.at(-1)!.date,
      load: Number.isNaN(load) ? null : load,
      rides: members.reduce((sum, { rides }) => sum + rides, 0),
      estimated: members.reduce((sum, { estimated }) => sum + estimated, 0),
      ctl,
      atl,
      form,
      unknown_days: members.filter((member) => member.load === null).length,
    };
  });
}
