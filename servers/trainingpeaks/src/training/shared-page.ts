import { type CallContext, daysBetween, type Window } from '@core/mcp-kit';
import { addDays } from '@core/metrics/day';
import type { TrainingPeaksPort } from '../client/index.ts';
import { PAGE_DAYS } from '../domain/pages.ts';
import { workoutsBetween } from '../workouts/stored.ts';

/** Days after today that a shared page holds. */
const AHEAD = 27;
/** Shorter windows are read as they are: a page would be much more than was asked for. */
const SHORTEST = 14;

/**
 * Workouts of a window. One of some weeks around today is cut out of the page of 90 days that every port asks for alike,
 * so that within a call weeks, calendar and comments of an athlete cost one request together.
 */
export async function workoutsOf(
  { port, today }: Pick<CallContext<TrainingPeaksPort>, 'port' | 'today'>,
  athlete: string,
  window: Window,
) {
  const newest = addDays(await today(), AHEAD);
  const page = { oldest: addDays(newest, 1 - PAGE_DAYS), newest };
  const inside = window.oldest >= page.oldest && window.newest <= page.newest;
  if (!inside || daysBetween(window.oldest, window.newest) < SHORTEST) return workoutsBetween(port, athlete, window);
  const { items, ...rest } = await port.workouts.list({ athlete, ...page });
  const within = ({ workoutDay }: (typeof items)[number]) =>
    workoutDay === null || (workoutDay >= window.oldest && workoutDay <= window.newest);
  return { ...rest, items: items.filter(within) };
}
