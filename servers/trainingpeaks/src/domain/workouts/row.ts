import type { Cell } from '@core/mcp-kit';
import type { StepInput } from '@core/workouts';
import type { WireWorkout } from '../../client/workouts/wire.ts';
import { km } from '../si.ts';
import { rounded, secondsOfHours } from './rounding.ts';
import { sportName } from './sport.ts';
import { type StatusOn, statusOn } from './status.ts';
import { storedSteps } from './steps.ts';

/** One line of a list. Planned and done stand beside each other and are never added. */
export interface WorkoutRow extends Record<string, string | number | boolean | null> {
  readonly workout_id: string;
  readonly date: string | null;
  readonly title: string | null;
  readonly sport: string | null;
  readonly status: StatusOn;
  readonly planned_time_s: number | null;
  readonly time_s: number | null;
  readonly planned_distance_km: number | null;
  readonly distance_km: number | null;
  readonly planned_tss: number | null;
  readonly tss: number | null;
  readonly compliance_pct: number | null;
  /** Whether it has steps: `tp_get_workout` shows them. */
  readonly steps: true | null;
  readonly comments: number | null;
  readonly hidden: true | null;
}

export const rowColumns = [
  'workout_id',
  'date',
  'title',
  'sport',
  'status',
  'planned_time_s',
  'time_s',
  'planned_distance_km',
  'distance_km',
  'planned_tss',
  'tss',
  'compliance_pct',
  'steps',
  'comments',
  'hidden',
] as const;

/** @param today nothing is missed without one: in a plan that has no days of its own yet */
export function workoutRow(workout: WireWorkout, today = ''): WorkoutRow {
  const { structure, workoutComments } = workout;
  return {
    workout_id: workout.workoutId,
    date: workout.workoutDay,
    title: workout.title,
    sport: sportName(workout.workoutTypeValueId),
    status: statusOn(workout, today),
    planned_time_s: secondsOfHours(workout.totalTimePlanned),
    time_s: secondsOfHours(workout.totalTime),
    planned_distance_km: km(workout.distancePlanned),
    distance_km: km(workout.distance),
    planned_tss: rounded(workout.tssPlanned, 1),
    tss: rounded(workout.tssActual, 1),
    compliance_pct: workout.complianceDurationPercent,
    steps: structure === null || structure === undefined ? null : true,
    comments: workoutComments.length > 0 ? workoutComments.length : null,
    hidden: workout.isHidden === true ? true : null,
  };
}

/** Oldest day first, and within a day as the calendar shows it. */
export function inCalendarOrder(workouts: readonly WireWorkout[]): WireWorkout[] {
  const place = ({ workoutDay, orderOnDay, workoutId }: WireWorkout) =>
    [workoutDay ?? '', orderOnDay ?? Number.MAX_SAFE_INTEGER, Number(workoutId)] as const;
  return [...workouts].sort((one, other) => {
    const [day, order, id] = place(one);
    const [otherDay, otherOrder, otherId] = place(other);
    return day === otherDay ? order - otherOrder || id - otherId : day < otherDay ? -1 : 1;
  });
}

/** Columns of a list with what was measured, how it was counted, and the session in short. */
export const detailColumns = [
  ...rowColumns.filter((column) => column !== 'steps'),
  'planned_intensity_factor',
  'intensity_factor',
  'tss_source_code',
  'average_power_w',
  'normalized_power_w',
  'average_hr_bpm',
  'elevation_gain_m',
  'rpe_0to10_10_is_hardest',
  'feeling_0to10_direction_unknown',
  'session',
  'description',
] as const;

export function detailRow(workout: WireWorkout, today: string): Record<(typeof detailColumns)[number], Cell> {
  const stored = storedSteps(workout);
  return {
    ...workoutRow(workout, today),
    planned_intensity_factor: rounded(workout.ifPlanned, 3),
    intensity_factor: rounded(workout.if, 3),
    tss_source_code: workout.tssSource,
    average_power_w: workout.powerAverage,
    normalized_power_w: workout.normalizedPowerActual,
    average_hr_bpm: workout.heartRateAverage,
    elevation_gain_m: workout.elevationGain,
    rpe_0to10_10_is_hardest: workout.rpe,
    feeling_0to10_direction_unknown: workout.feeling,
    session: stored === undefined ? null : inShort(stored.steps),
    description: shortened(workout.description),
  };
}

/** Steps on one line: `10min 50-65% FTP, 4x(5min 100-108% FTP, 3min 50-60% FTP), 5min`. */
export function inShort(steps: readonly StepInput[]): string {
  return steps
    .map(({ repeat, steps: inner, for: length, at }) =>
      repeat === undefined
        ? [length, at].filter((part) => part !== undefined).join(' ')
        : `${repeat}x(${inShort(inner ?? [])})`,
    )
    .join(', ');
}

function shortened(text: string | null): string | null {
  if (text === null || text.trim() === '') return null;
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
