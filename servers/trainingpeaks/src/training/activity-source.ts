import { type CallContext, Failure } from '@core/mcp-kit';
import type { Activity, ActivitySource } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { localMinute } from '../domain/local-time.ts';
import { secondsOfHours } from '../domain/workouts/rounding.ts';
import { sportName } from '../domain/workouts/sport.ts';
import { isDone, isPlanned } from '../domain/workouts/status.ts';
import { familyOf } from './family.ts';
import { recordingOf } from './recording.ts';
import { workoutsOf } from './shared-page.ts';

const RACE = 6;

/**
 * Workouts of TrainingPeaks that were done: a request for every 90 days of a list, the samples and the laps for a
 * recording. Sessions of the strength builder are kept elsewhere and are not among them.
 */
export function activitySource(ctx: CallContext<TrainingPeaksPort>): ActivitySource {
  const { port } = ctx;
  /** Listed in this call, so whose they are is known: the analysis service itself takes no athlete. */
  const listed = new Set<string>();
  const doneWorkout = async (athlete: string, workout: string) => {
    const found = await port.workouts.get({ athlete, workout });
    if (isDone(found)) return found;
    throw new Failure('not_found', `Workout ${workout} is planned for ${found.workoutDay} and was not done`, {
      next: 'use the id of a workout that was done',
    });
  };
  return {
    loadsBy: 'platform',
    list: async ({ id: athlete }, range) => {
      const { items, skipped, skippedBecause } = await workoutsOf(ctx, athlete, range);
      const done = items.filter(isDone);
      const activities = done.flatMap((workout) => toActivity(workout) ?? []);
      for (const { id } of activities) listed.add(`${athlete} ${id}`);
      const undated = done.length - activities.length;
      return {
        items: activities.sort((a, b) => (a.start < b.start ? 1 : -1)),
        skipped: {
          ...(skipped > 0 && { [skippedBecause ?? 'cannot be read']: skipped }),
          ...(undated > 0 && { 'has no day': undated }),
        },
      };
    },
    get: async ({ id: athlete }, id) => {
      const activity = toActivity(await doneWorkout(athlete, id));
      if (activity !== undefined) return activity;
      throw new Failure('contract', `Workout ${id} has no day`, { next: 'look at it on TrainingPeaks' });
    },
    recording: async ({ id: athlete }, id, { laps = true } = {}) => {
      if (!listed.has(`${athlete} ${id}`)) await doneWorkout(athlete, id);
      return recordingOf(port, id, laps);
    },
  };
}

function toActivity(workout: WireWorkout): Activity | undefined {
  const { workoutDay: day, workoutTypeValueId: sport, tssActual } = workout;
  if (day === null) return undefined;
  const family = familyOf(sport);
  return {
    id: workout.workoutId,
    day,
    start: localMinute(workout.startTime) ?? day,
    sport: sportName(sport),
    family,
    name: workout.title,
    movingS: secondsOfHours(workout.totalTime),
    distanceM: workout.distance,
    ascentM: workout.elevationGain,
    load: tssActual === null ? null : { points: tssActual, estimated: !isMeasured(workout) },
    intensity: workout.if,
    averageW: workout.powerAverage,
    normalizedW: workout.normalizedPowerActual,
    averageBpm: workout.heartRateAverage,
    // Zero is no value of this scale.
    rpe1to10: workout.rpe !== null && workout.rpe >= 1 ? workout.rpe : null,
    feel: workout.feeling === null ? null : { name: 'feeling_0to10_direction_unknown', value: workout.feeling },
    race: sport === RACE,
    indoor: null,
    plannedId: isPlanned(workout) ? workout.workoutId : null,
    hidden: null,
  };
}

/**
 * Whether a TSS can be from power or pace. What its source code means was never published, so what was measured decides:
 * without power, and without speed on foot or in water, only heart rate and feeling are left.
 */
function isMeasured({ normalizedPowerActual, normalizedSpeedActual, workoutTypeValueId }: WireWorkout): boolean {
  const family = familyOf(workoutTypeValueId);
  return normalizedPowerActual !== null || (normalizedSpeedActual !== null && (family === 'run' || family === 'swim'));
}
