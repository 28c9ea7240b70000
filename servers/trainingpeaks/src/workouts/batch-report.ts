import { type CallContext, noted, toRows } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import { workoutRow } from '../domain/workouts/row.ts';
import type { ItemRow, Items } from './each.ts';
import { formOnDay } from './form-on-day.ts';
import { orUndefined } from './or-undefined.ts';
import { workoutsBetween } from './stored.ts';

/** The outcome item by item, with what the platform holds now and fitness on the last day. */
export async function readBackBatch(
  ctx: Pick<CallContext<TrainingPeaksPort>, 'port' | 'today'>,
  athlete: string,
  written: Items,
  days: readonly string[],
  done: string,
  notes: readonly string[],
) {
  const [oldest = '', newest = ''] = [days[0], days.at(-1)];
  const there = await orUndefined(workoutsBetween(ctx.port, athlete, { oldest, newest }));
  const rows = written.rows.map((row): ItemRow => {
    const stored = there?.items.find(({ workoutId }) => workoutId === row.workout_id);
    const { planned_time_s, planned_tss, date } =
      stored === undefined ? { planned_time_s: null, planned_tss: null, date: null } : workoutRow(stored);
    return { ...row, stored_on: date, planned_time_s, planned_tss };
  });
  const astray = rows.filter(({ result, date, stored_on }) => result === done && date !== stored_on);
  const { form, notes: formNotes } = await formOnDay(ctx, athlete, newest === '' ? null : newest);
  return {
    ...toRows(rows, ['workout_id', 'title', 'date', 'result', 'reason', 'planned_time_s', 'planned_tss']),
    ...(form !== undefined && { form_on_day: form }),
    ...noted(
      ...notes,
      ...written.notes,
      ...formNotes,
      ...(there === undefined ? ['What was written could not be read back.'] : []),
      ...(there === undefined
        ? []
        : astray.map(({ title, date }) => `TrainingPeaks does not show "${title}" on ${date}.`)),
    ),
  };
}
