import { type CallContext, Failure, noted, toRows, type Window } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import { plannedLoadOf } from '../domain/workouts/day-load.ts';
import { rounded } from '../domain/workouts/rounding.ts';
import { sessionsBetween } from '../strength/stored.ts';
import type { ItemRow, Items } from '../workouts/each.ts';
import { formOnDay } from '../workouts/form-on-day.ts';
import { orUndefined } from '../workouts/or-undefined.ts';
import { workoutsBetween } from '../workouts/stored.ts';

/** The outcome entry by entry, as the calendar holds it now, with the load of each day and fitness on the last. */
export async function reportApplied(
  ctx: Pick<CallContext<TrainingPeaksPort>, 'port' | 'today'>,
  athlete: string,
  { rows, notes }: Items,
  window: Window,
) {
  const [workouts, sessions] = await Promise.all([
    orUndefined(workoutsBetween(ctx.port, athlete, window)),
    rows.some(({ kind }) => kind === 'strength')
      ? orUndefined(sessionsBetween(ctx.port, athlete, window))
      : { items: [] },
  ]);
  const unread = workouts === undefined || sessions === undefined;
  const ids = new Set([
    ...(workouts?.items ?? []).map(({ workoutId }) => workoutId),
    ...(sessions?.items ?? []).map(({ id }) => id),
  ]);
  const shown = rows.map((row): ItemRow => {
    const stored = workouts?.items.find(({ workoutId }) => workoutId === row.id);
    const that = workouts?.items.filter(({ workoutDay }) => workoutDay === row.date) ?? [];
    return {
      ...row,
      planned_tss: rounded(stored?.tssPlanned ?? null, 1),
      day_planned_tss: plannedLoadOf(that),
    };
  });
  const astray = unread
    ? []
    : rows.filter(
        ({ kind, id, result }) =>
          result === 'written' && (kind === 'workout' || kind === 'strength') && !ids.has(String(id)),
      );
  const { form, notes: formNotes } = await formOnDay(ctx, athlete, window.newest);
  return {
    ...toRows(shown, ['kind', 'id', 'title', 'date', 'result', 'reason', 'planned_tss', 'day_planned_tss']),
    ...(form !== undefined && { form_on_day: form }),
    ...noted(
      ...notes,
      ...(unread ? ['What was written could not be read back as a whole.'] : []),
      ...astray.map(({ title, date }) => `TrainingPeaks does not show "${title}" on ${date}.`),
      ...formNotes,
    ),
  };
}

/**
 * Ends an application at a write whose outcome nobody knows.
 *
 * @throws Failure `ambiguous_write` with how far it came; sent again, the same call writes only what is not there.
 */
export function refuseUnknown({ rows }: Items): void {
  const unknown = rows.find(({ result }) => result === 'unknown');
  if (unknown === undefined) return;
  const done = rows.filter(({ result }) => result === 'written' || result === 'already there').length;
  throw new Failure(
    'ambiguous_write',
    `${done} of ${rows.length} entries are on the calendar; whether "${String(unknown.title)}" of ${String(unknown.date)} is one more is not known, and the rest was not tried`,
    { next: 'send the same call again in a minute: what is there already is left as it is' },
  );
}
