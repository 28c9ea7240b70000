import { addDays, type CallContext, Failure, present, type Resource, toRows } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import { toAthletes } from '../domain/identity/athlete.ts';
import { inCalendarOrder, rowColumns, workoutRow } from '../domain/workouts/row.ts';
import { workoutsBetween } from '../workouts/stored.ts';

type Ctx = CallContext<TrainingPeaksPort>;

/** Workouts of some days around today, of one athlete whom the login may see. */
function workouts(part: string, title: string, description: string, [first, last]: readonly [number, number]) {
  return {
    uri: `trainingpeaks://athlete/{athlete}/${part}`,
    name: `athlete-${part}`,
    title,
    description,
    mimeType: 'application/json',
    read: async (ctx: Ctx, { athlete: asked = '' }: Readonly<Record<string, string>>) => {
      const athlete = toAthletes(await ctx.port.identity.user()).find(({ id }) => id === asked);
      if (athlete === undefined) {
        throw new Failure('not_found', `The login sees no athlete ${asked.slice(0, 20)}`, {
          next: 'take an athlete_id from tp_list_athletes',
        });
      }
      const today = await ctx.today();
      const window = { oldest: addDays(today, first), newest: addDays(today, last) };
      const { items, skipped } = await workoutsBetween(ctx.port, athlete.id, window);
      const table = toRows(
        inCalendarOrder(items).map((workout) => workoutRow(workout, today)),
        rowColumns,
      );
      const about = { athlete_id: athlete.id, athlete: athlete.name, ...window };
      return JSON.stringify({
        ...about,
        ...present(table, athlete.units),
        ...(skipped > 0 && { unreadable: skipped }),
      });
    },
  } satisfies Resource<TrainingPeaksPort>;
}

export const athleteData: readonly Resource<TrainingPeaksPort>[] = [
  workouts('recent', 'Workouts of two weeks', 'Planned and done in the last 14 days.', [-13, 0]),
  workouts('calendar', 'Plan of two weeks', 'What is planned from today for 14 days.', [0, 13]),
];
