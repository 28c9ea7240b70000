import type { Athlete, CallContext } from '@core/mcp-kit';
import { noted } from '@core/mcp-kit';
import { whose } from '../answers/workout-write.ts';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireItem } from '../client/library/wire.ts';
import type { WorkoutBody } from '../client/workouts/wire.ts';
import { hasFiles, scheduled } from '../domain/library/template.ts';
import { versionOf } from '../domain/version.ts';
import { plannedLoadOf } from '../domain/workouts/day-load.ts';
import { newWorkoutDiff, notStored } from '../domain/workouts/fields.ts';
import { rounded, secondsOfHours } from '../domain/workouts/rounding.ts';
import { sessionOf } from '../domain/workouts/session.ts';
import { storedSteps } from '../domain/workouts/steps.ts';
import { sameDay } from '../domain/workouts/warnings.ts';
import { eachItem, type ItemRow } from '../workouts/each.ts';
import { thresholdsFor } from '../workouts/given.ts';
import { orUndefined } from '../workouts/or-undefined.ts';
import { planningNotes } from '../workouts/planning-limit.ts';
import { alreadyThere, NOT_READ_BACK, reportWritten } from '../workouts/report.ts';
import { samePlan, workoutsOn, workoutsUntil } from '../workouts/stored.ts';

type Context = CallContext<TrainingPeaksPort>;

const FILES_STAY = 'Files of the template do not go with it.';

/** Puts a template on a day of one athlete, and tells what the platform made of it. */
export async function scheduleForOne(ctx: Context, athlete: Athlete, item: WireItem, date: string) {
  const { port } = ctx;
  const { that, ahead } = await workoutsUntil(ctx, athlete.id, date);
  const body = scheduled(item, athlete.id, date);
  const same = samePlan(that, body);
  if (same !== undefined) {
    return alreadyThere(ctx, athlete, same, 'This template is already on that day; nothing was written.');
  }
  const stored = storedSteps({ structure: item.structure, workoutTypeValueId: item.workoutTypeId });
  const session =
    stored === undefined
      ? undefined
      : sessionOf({ workout: stored.workout, losses: [] }, await thresholdsFor(port, athlete.id, item.workoutTypeId));
  const notes = hasFiles(item) ? [FILES_STAY] : [];
  await ctx.confirm({
    summary: `Plan the template "${item.itemName}" on ${date}${whose(athlete)}`,
    diff: newWorkoutDiff(body),
    notes: [...notes, ...sameDay(that, undefined), ...(await planningNotes(ctx, athlete, [date]))],
    version: versionOf(item.whole),
    day: date,
  });
  const { workoutId: workout } = await port.workouts.create({ athlete: athlete.id, body });
  return reportWritten({ ctx, athlete, workout, sent: body, session, givenTss: true, notes, ahead });
}

interface Person {
  readonly id: string;
  readonly name: string;
}

/** The same template on the same day of several athletes, one after another. */
export async function scheduleForMany(ctx: Context, people: readonly Person[], item: WireItem, date: string) {
  const { port } = ctx;
  const orders = await Promise.all(
    people.map(async (person) => {
      const body = scheduled(item, person.id, date);
      return { person, body, same: samePlan(await workoutsOn(port, person.id, date), body) };
    }),
  );
  const notes = hasFiles(item) ? [FILES_STAY] : [];
  const open = orders.filter(({ same }) => same === undefined);
  if (open.length === 0) {
    return { written: false, ...noted('All of them have this template on that day; nothing was written.') };
  }
  await ctx.confirm({
    summary: `Plan the template "${item.itemName}" on ${date} for ${open.map(({ person }) => person.name).join(', ')}`,
    diff: orders.map(({ person, same }) => ({
      field: `${person.name} (${person.id})`,
      before: null,
      after: same === undefined ? date : `already on ${date}`,
    })),
    notes,
    version: versionOf([item.whole, orders.map(({ person }) => person.id)]),
    day: date,
  });
  const items = await eachItem(
    ctx,
    orders,
    ({ person }) => ({ athlete_id: person.id, athlete: person.name, date }),
    async ({ person, body, same }): Promise<ItemRow> => {
      const id = same?.workoutId ?? (await port.workouts.create({ athlete: person.id, body })).workoutId;
      const result = same === undefined ? 'scheduled' : 'already there';
      return { workout_id: id, result, ...(await storedAs(port, person.id, id, date, body)) };
    },
  );
  return { scheduled: items.answer, ...noted(...notes, ...items.notes) };
}

/** What the platform holds of it, and the load of that day. */
async function storedAs(port: TrainingPeaksPort, athlete: string, workout: string, date: string, body: WorkoutBody) {
  const that = await orUndefined(workoutsOn(port, athlete, date));
  const stored = that?.find(({ workoutId }) => workoutId === workout);
  if (that === undefined || stored === undefined) return { reason: NOT_READ_BACK };
  const lost = notStored(body, stored.whole);
  return {
    planned_time_s: secondsOfHours(stored.totalTimePlanned),
    planned_tss: rounded(stored.tssPlanned, 1),
    day_planned_tss: plannedLoadOf(that),
    ...(lost.length > 0 && { reason: lost.join(' ') }),
  };
}
