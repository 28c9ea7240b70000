import type { WireFile } from '../../client/files/wire.ts';
import type { WireWorkout, WireWorkoutType } from '../../client/workouts/wire.ts';
import { localMinute } from '../local-time.ts';
import { recorded } from '../recorded.ts';
import { complianceOf, doneOf, feltOf, plannedOf } from './quantities.ts';
import { sportName, subTypeName } from './sport.ts';
import { isDone, statusOn } from './status.ts';
import { storedSteps } from './steps.ts';

/** A workout as tools show it. What is not recorded is left out; planned and done are two groups. */
export function shownWorkout(
  workout: WireWorkout,
  today: string,
  types: readonly WireWorkoutType[] = [],
): Record<string, unknown> {
  const stored = storedSteps(workout);
  const done = doneOf(workout);
  return recorded({
    workout_id: workout.workoutId,
    date: workout.workoutDay,
    start_time: localMinute(workout.startTime ?? workout.startTimePlanned),
    title: workout.title,
    sport: sportName(workout.workoutTypeValueId),
    subtype: subTypeName(workout.workoutSubTypeId, types),
    status: statusOn(workout, today),
    planned: filled(plannedOf(workout)),
    ...(isDone(workout) && { done: filled(done) }),
    compliance: filled(complianceOf(workout)),
    ...feltOf(workout),
    steps: stored?.steps ?? null,
    description: written(workout.description),
    coach_comment: written(workout.coachComments),
    athlete_comment: written(workout.athleteComments),
    tags: written(workout.userTags),
    hidden: workout.isHidden === true ? true : null,
    locked_by_coach: workout.isLocked === true ? true : null,
    private_note: workout.hasPrivateWorkoutNoteForCaller === true ? true : null,
    personal_records: workout.personalRecordCount === 0 ? null : workout.personalRecordCount,
  });
}

/** A file as tools name it. */
export function shownFile({ fileId, fileName, dateUploaded }: WireFile): Record<string, unknown> {
  return recorded({ file_id: fileId, file_name: fileName, uploaded: dateUploaded });
}

function filled(group: Record<string, unknown>): Record<string, unknown> | null {
  return Object.keys(group).length > 0 ? group : null;
}

/** Empty text is what the platform stores for none. */
function written(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}
