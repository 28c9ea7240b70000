import { addDays, type CallContext, daysBetween, earlierOf, type Window } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { chartDays, chartRow, projection } from '../domain/fitness/chart.ts';
import { plannedSessions } from '../domain/fitness/planned.ts';
import { recorded } from '../domain/recorded.ts';
import { orUndefined } from './or-undefined.ts';
import { workoutsBetween } from './stored.ts';

/** Beyond it a projection says more about what nobody has planned yet. */
const FARTHEST_DAYS = 180;

/** CTL, ATL and form of a day, or why there are none. */
export interface FormOnDay {
  readonly form?: Record<string, unknown>;
  readonly notes: readonly string[];
}

/**
 * Fitness on a day as `tp_get_fitness` shows it: up to today the platform's own values, after it a projection from what is
 * planned, marked as such. For after a write, so it never fails.
 *
 * @param known workouts from today to that day, where they are known; read otherwise
 */
export async function formOnDay(
  ctx: Pick<CallContext<TrainingPeaksPort>, 'port' | 'today'>,
  athlete: string,
  day: string | null,
  known?: readonly WireWorkout[],
): Promise<FormOnDay> {
  if (day === null) return { notes: [] };
  const today = await ctx.today();
  if (daysBetween(today, day) > FARTHEST_DAYS) {
    return { notes: [`CTL, ATL and form are projected ${FARTHEST_DAYS} days ahead at most.`] };
  }
  const last = earlierOf(day, today);
  const [days, ahead] = await Promise.all([
    orUndefined(ctx.port.reports.performance({ athlete, oldest: addDays(last, -8), newest: last })),
    day > today ? (known ?? plannedUntil(ctx.port, athlete, { oldest: today, newest: day })) : [],
  ]);
  if (days === undefined || ahead === undefined) return { notes: ['CTL, ATL and form of the day could not be read.'] };
  const source = { days: days.items, planned: plannedSessions(ahead), oldest: day, newest: day, today };
  const [found] = chartDays(source, projection(source));
  return found === undefined ? { notes: [] } : { form: recorded(chartRow(found)), notes: [] };
}

const plannedUntil = async (port: TrainingPeaksPort, athlete: string, window: Window) =>
  (await orUndefined(workoutsBetween(port, athlete, window)))?.items;
