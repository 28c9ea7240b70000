import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx, unknownWorkout, workoutOf } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { numberOrNull, objectBody, type Row } from '../shape/body.ts';
import { badRequest } from '../shape/refusal.ts';
import { blankRow } from '../workouts/blank.ts';
import type { StoredWorkout } from '../workouts/stored.ts';
import { afterWrite } from '../workouts/write.ts';
import type { World } from '../world.ts';
import { shown } from './workouts.ts';

const COMMANDS = '/fitness/v6/athletes/{aid}/commands/workouts';

export const pairingRoutes: readonly Route<World>[] = [
  { method: 'POST', path: `${COMMANDS}/combine`, handler: (_, ctx) => Response.json(combine(ctx)) },
  { method: 'POST', path: `${COMMANDS}/{wid}/split`, handler: (_, ctx) => Response.json(split(ctx)) },
];

/** What belongs to the plan of a workout. */
const PLAN = [
  'title',
  'startTimePlanned',
  'description',
  'coachComments',
  'structure',
  'totalTimePlanned',
  'distancePlanned',
  'tssPlanned',
  'ifPlanned',
  'velocityPlanned',
  'caloriesPlanned',
  'energyPlanned',
  'elevationGainPlanned',
  'orderOnDay',
] as const;
const TARGETS = PLAN.slice(1);

/** The completed workout takes over the plan and keeps its id; the planned one is gone. */
function combine(ctx: Ctx): Row {
  const record = athleteOf(ctx);
  const body = objectBody(ctx);
  const completed = named(record, body.completedWorkoutId);
  const planned = named(record, body.plannedWorkoutId);
  const done = record.workouts.row(completed);
  const plan = record.workouts.row(planned);
  if (completed === planned || done.totalTime === null || plan.totalTime !== null) {
    throw badRequest('Workouts cannot be combined.');
  }
  const merged: Row = { ...done };
  for (const key of PLAN) if (plan[key] !== null) merged[key] = plan[key];
  merged.workoutComments = [...(plan.workoutComments as Row[]), ...(done.workoutComments as Row[])];
  afterWrite(record, merged, done);
  completed.row = merged;
  record.workouts.remove(planned.id);
  return shown(record, completed);
}

function named(record: AthleteRecord, value: unknown): StoredWorkout {
  const id = numberOrNull(value) ?? 0;
  const found = record.workouts.find(id);
  if (!found) throw unknownWorkout(id);
  return found;
}

/** The plan becomes a workout of its own under a new id. */
function split(ctx: Ctx): Row {
  const { record, workout } = workoutOf(ctx);
  const both = record.workouts.row(workout);
  const hasPlan = ['totalTimePlanned', 'distancePlanned', 'tssPlanned', 'structure'].some((key) => both[key] !== null);
  if (both.totalTime === null || !hasPlan) throw badRequest('Workout cannot be split.');
  const plan: Row = { ...blankRow(0, record.id) };
  for (const key of [...PLAN, 'workoutTypeValueId', 'workoutSubTypeId', 'workoutDay']) plan[key] = both[key];
  afterWrite(record, plan, undefined);
  const done: Row = { ...both };
  for (const key of TARGETS) done[key] = null;
  afterWrite(record, done, both);
  workout.row = done;
  const planned = record.workouts.add(plan);
  return { completedWorkouts: [shown(record, workout)], plannedWorkout: shown(record, planned) };
}
