import type { Cell } from '@core/mcp-kit';
import type { WireWorkout } from '../../client/workouts/wire.ts';
import { km } from '../si.ts';
import { rounded, secondsOfHours } from '../workouts/rounding.ts';
import { sportName } from '../workouts/sport.ts';
import { isDone, isPlanned, statusOn } from '../workouts/status.ts';
import { total } from './load-totals.ts';

export const weekColumns = [
  'date',
  'workout_id',
  'title',
  'sport',
  'status',
  'time_s',
  'planned_time_s',
  'distance_km',
  'planned_distance_km',
  'tss',
  'planned_tss',
  'compliance_pct',
] as const;

/** A session in a line; what was planned and what was done stay in columns of their own. */
export function weekRow(workout: WireWorkout, today: string): Record<string, Cell> {
  return {
    date: workout.workoutDay,
    workout_id: workout.workoutId,
    title: workout.title,
    sport: sportName(workout.workoutTypeValueId),
    status: statusOn(workout, today),
    time_s: secondsOfHours(workout.totalTime),
    planned_time_s: secondsOfHours(workout.totalTimePlanned),
    distance_km: km(workout.distance),
    planned_distance_km: km(workout.distancePlanned),
    tss: rounded(workout.tssActual, 1),
    planned_tss: rounded(workout.tssPlanned, 1),
    compliance_pct: workout.complianceDurationPercent,
  };
}

type Totals = Readonly<Record<'sessions' | 'time_s' | 'distance_km' | 'tss', number | null>> & {
  readonly without_tss?: number;
};

function totalsOf(
  rows: readonly (readonly [hours: number | null, metres: number | null, tss: number | null])[],
): Totals {
  const without = rows.filter(([, , tss]) => tss === null).length;
  return {
    sessions: rows.length,
    time_s: secondsOfHours(total(rows.map(([hours]) => hours))),
    distance_km: km(total(rows.map(([, metres]) => metres))),
    tss: rounded(total(rows.map(([, , tss]) => tss)), 1),
    ...(without > 0 && { without_tss: without }),
  };
}

/**
 * A week added up three ways that must never be mixed: what was done, what was planned (done or not), and what of the plan
 * is still open from `today` on.
 */
export function weekTotals(workouts: readonly WireWorkout[], today: string) {
  const done = workouts.filter(isDone);
  const planned = workouts.filter(isPlanned);
  const undone = planned.filter((workout) => !isDone(workout));
  const asPlan = (each: WireWorkout) => [each.totalTimePlanned, each.distancePlanned, each.tssPlanned] as const;
  return {
    done: totalsOf(done.map((each) => [each.totalTime, each.distance, each.tssActual])),
    planned: totalsOf(planned.map(asPlan)),
    open: totalsOf(undone.filter(({ workoutDay }) => (workoutDay ?? '') >= today).map(asPlan)),
    missed: undone.filter(({ workoutDay }) => (workoutDay ?? '') < today).length,
  };
}
