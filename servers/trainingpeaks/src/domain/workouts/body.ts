import type { WireWorkout, WorkoutBody } from '../../client/workouts/wire.ts';
import { versionOf as hashOf } from '../version.ts';

/** Keys that belong to the plan of a workout and go with it when it is copied. Comments and results do not. */
const PLAN_KEYS = [
  'title',
  'workoutTypeValueId',
  'workoutSubTypeId',
  'description',
  'coachComments',
  'userTags',
  'isHidden',
  'code',
  'isItAnOr',
  'structure',
  'totalTimePlanned',
  'distancePlanned',
  'distanceCustomized',
  'distanceUnitsCustomized',
  'tssPlanned',
  'ifPlanned',
  'energyPlanned',
  'caloriesPlanned',
  'elevationGainPlanned',
  'velocityPlanned',
  'equipmentBikeId',
  'equipmentShoeId',
  'poolLengthOptionId',
  'orderOnDay',
] as const;

/** A structure as it is written: JSON text. It is read as an object. */
export function structureText(structure: unknown): string | null {
  if (structure === null || structure === undefined) return null;
  return typeof structure === 'string' ? structure : JSON.stringify(structure);
}

/** Tags as one text, however a deployment gave them. */
function tagsText(tags: unknown): string {
  if (Array.isArray(tags)) return tags.map(String).join(', ');
  return typeof tags === 'string' ? tags : '';
}

/**
 * A body as the platform takes it: the family id, which reads leave out, follows the sport; tags are a text, because a list
 * is refused; the structure is JSON text.
 */
export function writable(body: WorkoutBody): WorkoutBody {
  return {
    ...body,
    workoutTypeFamilyId: body.workoutTypeValueId ?? null,
    userTags: tagsText(body.userTags),
    structure: structureText(body.structure),
  };
}

/** What a new workout has besides its plan, and what else a form of the web application names. */
const OTHER_KEYS = [
  'startTime',
  'startTimePlanned',
  'athleteComments',
  'newComment',
  'publicSettingValue',
  'totalTime',
  'distance',
  'tssActual',
  'tssSource',
  'if',
  'velocityAverage',
  'velocityMaximum',
  'normalizedSpeedActual',
  'normalizedPowerActual',
  'powerAverage',
  'powerMaximum',
  'heartRateAverage',
  'heartRateMinimum',
  'heartRateMaximum',
  'cadenceAverage',
  'cadenceMaximum',
  'torqueAverage',
  'torqueMaximum',
  'calories',
  'energy',
  'elevationGain',
  'elevationLoss',
  'elevationMinimum',
  'elevationAverage',
  'elevationMaximum',
  'tempMin',
  'tempAvg',
  'tempMax',
  'rpe',
  'feeling',
  'completed',
  'isLocked',
] as const;

/** Every key without content: bodies with keys left out were refused by some deployments and taken by others. */
const BLANK: WorkoutBody = Object.fromEntries([...PLAN_KEYS, ...OTHER_KEYS].map((key) => [key, null]));

/** The body of a new workout: `workoutId` 0 and every key, as the web application sends it. */
export function newBody(athlete: string, date: string, rest: WorkoutBody): WorkoutBody {
  return writable({
    ...BLANK,
    isItAnOr: false,
    isHidden: false,
    workoutComments: [],
    ...rest,
    workoutId: 0,
    athleteId: Number(athlete),
    workoutDay: `${date}T00:00:00`,
  });
}

/** The whole stored workout with `patch` over it: a PUT replaces everything, so every key that came goes back. */
export function editedBody({ whole }: WireWorkout, patch: WorkoutBody): WorkoutBody {
  return writable({ ...whole, ...patch });
}

/** The planned part of a workout on another day, at the same time of day. */
export function planCopy({ whole }: WireWorkout, date: string): WorkoutBody {
  const plan = Object.fromEntries(
    PLAN_KEYS.filter((key) => whole[key] !== undefined && whole[key] !== null).map((key) => [key, whole[key]]),
  );
  const start = onDay(whole.startTimePlanned, date);
  return { ...plan, ...(start !== undefined && { startTimePlanned: start }) };
}

/** A local date-time moved to another day. */
export function onDay(moment: unknown, date: string): string | undefined {
  return typeof moment === 'string' && moment.length > 10 ? `${date}${moment.slice(10)}` : undefined;
}

/** Keys that say which training a plan is: two workouts of a day that agree in them are the same one. */
const IDENTITY_KEYS = [
  'title',
  'workoutTypeValueId',
  'workoutSubTypeId',
  'description',
  'totalTimePlanned',
  'distancePlanned',
  'tssPlanned',
] as const;

/**
 * A hash of the day and the content of a plan. The platform takes no key from a client, so this is what keeps a repeated
 * call from making a second workout. Numbers count to a thousandth, because they come back as they were sent.
 */
export function contentHash(body: WorkoutBody): string {
  const parts = [
    String(body.workoutDay ?? '').slice(0, 10),
    ...IDENTITY_KEYS.map((key) => plain(body[key])),
    stepsPart(body.structure),
  ];
  return hashOf(parts);
}

function plain(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1000) / 1000;
  return value === undefined || value === '' ? null : value;
}

/** Steps without the outline and the spelling of a deployment. */
function stepsPart(structure: unknown): unknown {
  const text = structureText(structure);
  if (text === null) return null;
  try {
    const { structure: blocks, primaryIntensityMetric } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return [blocks ?? null, primaryIntensityMetric ?? null];
  } catch {
    return text;
  }
}

/** Changes with every save, so that a preview of another state is void. */
export function versionOf({ whole }: WireWorkout): string {
  return hashOf(whole);
}
