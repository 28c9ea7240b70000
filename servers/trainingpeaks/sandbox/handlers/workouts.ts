import type { Route } from '@core/sandbox';
import { daysBetween } from '@core/sandbox/athlete';
import { athleteOf, type Ctx, workoutOf } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { placesOf } from '../reports/records.ts';
import { objectBody, type Row, windowOf } from '../shape/body.ts';
import { badRequest, Refusal } from '../shape/refusal.ts';
import { blankRow } from '../workouts/blank.ts';
import { WORKOUT_TYPES } from '../workouts/sports.ts';
import type { StoredWorkout } from '../workouts/stored.ts';
import { afterWrite, refuseBeyondPlan, refuseLocked, writtenValues } from '../workouts/write.ts';
import type { World } from '../world.ts';

const WORKOUTS = '/fitness/v6/athletes/{aid}/workouts';

export const workoutRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/fitness/v6/workouttypes', handler: () => Response.json(WORKOUT_TYPES) },
  { method: 'GET', path: `${WORKOUTS}/{s}/{e}`, handler: (_, ctx) => list(ctx) },
  { method: 'GET', path: '/fitness/v7/athletes/{aid}/workouts/{s}/{e}', handler: (_, ctx) => list(ctx) },
  { method: 'GET', path: `${WORKOUTS}/{wid}`, handler: (_, ctx) => one(ctx) },
  { method: 'POST', path: WORKOUTS, handler: (_, ctx) => create(ctx) },
  { method: 'PUT', path: `${WORKOUTS}/{wid}`, handler: (_, ctx) => replace(ctx) },
  { method: 'DELETE', path: `${WORKOUTS}/{wid}`, handler: (_, ctx) => remove(ctx) },
];

/** The row as it is read: never with the family, and without what `details` has. */
export function shown(record: AthleteRecord, workout: StoredWorkout): Row {
  takeInWhenDue(workout);
  const row = record.workouts.row(workout);
  return { ...row, hasPrivateWorkoutNoteForCaller: workout.note !== undefined };
}

function takeInWhenDue(workout: StoredWorkout): void {
  const { importing } = workout;
  if (importing === undefined) return;
  importing.reads -= 1;
  if (importing.reads > 0) return;
  workout.importing = undefined;
  importing.take();
}

function list(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const { from, to } = windowOf(ctx);
  const { quirks } = ctx.state;
  if (daysBetween(from, to) > quirks.rangeLimitDays) {
    throw new Refusal(quirks.rangeRefusal, 'The date range is too large.', 'message');
  }
  const rows = record.workouts.between(from, to).map((workout) => shown(record, workout));
  return Response.json(rows.length === 0 && quirks.nullLists ? null : rows);
}

function one(ctx: Ctx): Response {
  const { record, workout } = workoutOf(ctx);
  const row = { ...shown(record, workout), personalRecordCount: placesOf(record, workout, 'text').length };
  return Response.json(ctx.state.quirks.singleAsList ? [row] : row);
}

const notSent = () => badRequest('No workout sent');

function create(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const values = writtenValues(ctx, record, objectBody(ctx, notSent));
  refuseBeyondPlan(ctx, record, values);
  const row: Row = { ...blankRow(0, record.id), ...values };
  afterWrite(record, row, undefined);
  return Response.json(shown(record, record.workouts.add(row)));
}

/** Replaces everything a caller may write; what is left out becomes null. */
function replace(ctx: Ctx): Response {
  const { record, workout } = workoutOf(ctx);
  const before = record.workouts.row(workout);
  refuseLocked(ctx, before);
  const values = writtenValues(ctx, record, objectBody(ctx, notSent));
  if (values.workoutDay !== before.workoutDay) refuseBeyondPlan(ctx, record, values);
  const row: Row = { ...before, ...values };
  afterWrite(record, row, before);
  workout.row = row;
  workout.day = String(row.workoutDay).slice(0, 10);
  return Response.json(shown(record, workout));
}

function remove(ctx: Ctx): Response {
  const { record, workout } = workoutOf(ctx);
  refuseLocked(ctx, record.workouts.row(workout));
  record.workouts.remove(workout.id);
  return Response.json(true);
}
