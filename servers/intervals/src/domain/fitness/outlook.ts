import { laterOf } from '@core/mcp-kit';
import { addDays, type Day, daysBetween } from '@core/metrics/day';
import type { WireEvent } from '../../client/wire/event.ts';
import type { WireWellness } from '../../client/wire/wellness.ts';
import { eventDay } from '../calendar/event.ts';
import { plannedSessions } from '../calendar/session-load.ts';
import { chartDays, projection } from './chart.ts';
import { modelChanges } from './model-changes.ts';

/** What fitness comes to on one day if everything that is planned is done. */
export interface Outlook {
  readonly date: Day;
  readonly ctl: number;
  readonly atl: number;
  readonly form: number;
}

export interface OutlookSource {
  /** Days up to today, at least yesterday and today. */
  readonly wellness: readonly WireWellness[];
  /** Everything planned from today to the last day wanted. */
  readonly events: readonly WireEvent[];
  readonly model: readonly WireEvent[];
  readonly today: Day;
}

/** The first race after a day, an A race before others on the same day. */
export function nextRace(races: readonly WireEvent[], after: Day): WireEvent | undefined {
  return races
    .filter((race) => race.category?.startsWith('RACE_') === true && (eventDay(race) ?? '') >= after)
    .sort((a, b) => `${eventDay(a)}${a.category}`.localeCompare(`${eventDay(b)}${b.category}`))[0];
}

/** CTL, ATL and form on given days from today on; a day that cannot be computed is left out. */
export function outlooks(source: OutlookSource, days: readonly Day[]): Outlook[] {
  const { today, wellness, events, model } = source;
  const oldest = addDays(today, -1);
  const wanted = days.filter((day) => day >= today && daysBetween(today, day) <= 732);
  if (wanted.length === 0) return [];
  const chart = {
    days: wellness,
    planned: plannedSessions(events),
    changes: modelChanges(model, oldest),
    oldest,
    newest: wanted.reduce(laterOf, addDays(today, 1)),
    today,
  };
  const ahead = projection(chart);
  const byDay = new Map(chartDays(chart, ahead).map((day) => [day.date, day]));
  const index = (day: Day) => daysBetween(oldest, day);
  return wanted.flatMap((date) => {
    // Today counts what is still open too, like every later day.
    const ctl = ahead?.ctl[index(date)] ?? byDay.get(date)?.ctl ?? null;
    const atl = ahead?.atl[index(date)] ?? byDay.get(date)?.atl ?? null;
    return ctl === null || atl === null ? [] : [{ date, ctl, atl, form: ctl - atl }];
  });
}
