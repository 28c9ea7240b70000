import type { Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { type Row, wallClock } from '../shape/body.ts';
import { badRequest, forbidden, Refusal } from '../shape/refusal.ts';
import { WRITABLE } from './blank.ts';
import { refreshCompliance } from './compliance.ts';
import { WORKOUT_TYPES } from './sports.ts';
import { storedStructure } from './structure-write.ts';

const TIMES = ['workoutDay', 'startTime', 'startTimePlanned'] as const;
const TEXTS = ['title', 'code', 'description', 'coachComments', 'athleteComments', 'userTags', 'poolLengthOptionId'];
const FLAGS = ['isItAnOr', 'isHidden', 'isLocked'];
const NOT_NUMBERS: ReadonlySet<string> = new Set([
  ...TIMES,
  ...TEXTS,
  ...FLAGS,
  'structure',
  'distanceUnitsCustomized',
]);

const notSent = () => badRequest('No workout sent');

/**
 * The writable part of a body, complete: what is not in it is null. Refuses what the service does not bind: a list of
 * tags, text where a number belongs, a structure that is not one.
 */
export function writtenValues(ctx: Ctx, record: AthleteRecord, body: Row): Row {
  const { quirks } = ctx.state;
  if (quirks.refusesSparseWorkouts && WRITABLE.some((key) => !(key in body) && key !== 'code')) throw notSent();
  if (body.athleteId !== record.id) {
    throw badRequest('AthleteId of request url and AthleteId in body of request do not match');
  }
  const values: Row = {};
  for (const key of WRITABLE) values[key] = bound(key, body[key] ?? null);
  for (const key of TIMES) values[key] = wallClock(values[key]);
  if (typeof values.workoutDay !== 'string') throw notSent();
  values.workoutDay = `${values.workoutDay.slice(0, 10)}T00:00:00`;
  if (!WORKOUT_TYPES.some(({ id }) => id === values.workoutTypeValueId)) throw badRequest('Invalid workoutTypeValueId');
  for (const key of FLAGS) values[key] ??= false;
  values.userTags ??= '';
  values.publicSettingValue ??= 0;
  values.structure = storedStructure(values.structure, quirks.objectStructure === 'accepted');
  return values;
}

function bound(key: string, value: unknown): unknown {
  if (value === null || key === 'structure') return value;
  const wanted = FLAGS.includes(key) ? 'boolean' : NOT_NUMBERS.has(key) ? 'string' : 'number';
  if (typeof value !== wanted) throw notSent();
  return value;
}

/** Accounts that do not pay plan today and tomorrow only, by a clock six hours behind UTC. */
export function refuseBeyondPlan(ctx: Ctx, record: AthleteRecord, values: Row): void {
  if (record.standing !== 'self' || ctx.state.options.account !== 'basic') return;
  const limit = new Date(ctx.now().getTime() - 6 * 3_600_000 + 86_400_000).toISOString().slice(0, 10);
  if (String(values.workoutDay).slice(0, 10) > limit) {
    throw new Refusal(403, 'A premium account is required to plan workouts in the future.', 'message');
  }
}

/** A coach's lock holds against everybody but coaches. */
export function refuseLocked(ctx: Ctx, row: Row): void {
  if (row.isLocked === true && !ctx.state.isCoach) throw forbidden();
}

/** What the service adds to a write: compliance, calories of a workout that has just been done, a new stamp. */
export function afterWrite(record: AthleteRecord, row: Row, before: Row | undefined): void {
  const justDone = typeof row.totalTime === 'number' && typeof before?.totalTime !== 'number';
  if (justDone && row.calories === null) row.calories = Math.round(Number(row.totalTime) * 620);
  refreshCompliance(row);
  row.lastModifiedDate = record.now();
  const [key = 'e', count = '0'] = String(row.sharedWorkoutInformationExpireKey).split('-');
  row.sharedWorkoutInformationExpireKey = `${key}-${Number(count) + 1}`;
}
