import * as z from '@core/mcp-kit/schema';
import { day, flag, id, integer, list, maybe, number, optionalId, rows, text, whole } from '../blocks.ts';
import { wireComment } from '../comments/wire.ts';

/**
 * A workout, planned and completed in one object: a name with `Planned` is the plan, a bare one what was done. Times are
 * hours, distances metres, speeds m/s, energy kJ. `completed` is nearly always null; a recorded `totalTime` is the sign.
 */
const workout = z.object({
  workoutId: id,
  athleteId: optionalId,
  title: text,
  workoutTypeValueId: integer,
  workoutSubTypeId: integer,
  workoutDay: day,
  startTime: text,
  startTimePlanned: text,
  isHidden: flag,
  /** The coach has locked it. */
  isLocked: flag,
  completed: flag,
  description: text,
  coachComments: text,
  athleteComments: text,
  workoutComments: list(wireComment),
  hasPrivateWorkoutNoteForCaller: flag,
  /** One comma-separated text. */
  userTags: text,
  totalTime: number,
  totalTimePlanned: number,
  distance: number,
  distancePlanned: number,
  tssActual: number,
  tssPlanned: number,
  /** An integer whose meaning nobody published. */
  tssSource: integer,
  if: number,
  ifPlanned: number,
  velocityAverage: number,
  velocityPlanned: number,
  normalizedSpeedActual: number,
  normalizedPowerActual: number,
  powerAverage: number,
  powerMaximum: number,
  heartRateAverage: number,
  heartRateMinimum: number,
  heartRateMaximum: number,
  cadenceAverage: number,
  cadenceMaximum: number,
  calories: number,
  caloriesPlanned: number,
  energy: number,
  energyPlanned: number,
  elevationGain: number,
  elevationLoss: number,
  elevationGainPlanned: number,
  tempAvg: number,
  rpe: number,
  feeling: number,
  /** An object on read; kept as it came, and read by `@core/workouts`. */
  structure: z.unknown(),
  orderOnDay: integer,
  complianceDurationPercent: number,
  complianceDistancePercent: number,
  complianceTssPercent: number,
  personalRecordCount: integer,
  equipmentBikeId: optionalId,
  equipmentShoeId: optionalId,
  poolLengthOptionId: text,
  lastModifiedDate: text,
});

/** A workout with the object it was read from: a PUT replaces everything, so what we do not know must go back too. */
export const wireWorkout = whole(workout);

/** A single read; some answers wrap it in a list of one. */
export const wireOneWorkout = z.pipe(
  z.transform((value: unknown) => (Array.isArray(value) && value.length === 1 ? value[0] : value)),
  wireWorkout,
);

export const wireWorkouts = rows(wireWorkout);

/** What a completed workout and its plan become when they are parted. */
export const wireSplit = z.object({ completedWorkouts: list(wireWorkout), plannedWorkout: maybe(wireWorkout) });

/** Visible to its author alone. */
export const wirePrivateNote = z.object({ note: text, dateTimeUpdatedUtc: text });

const subType = z.object({ id: integer, name: text });

/** A sport and its sub types. */
export const wireWorkoutType = z.object({ id: integer, name: text, subTypes: list(subType) });

export const wireWorkoutTypes = rows(wireWorkoutType);

export type WireWorkout = z.infer<typeof wireWorkout>;
export type WireWorkoutType = z.infer<typeof wireWorkoutType>;

/** A workout as it is written: whole. `structure` is JSON text here. */
export type WorkoutBody = Readonly<Record<string, unknown>>;
