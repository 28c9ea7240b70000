import type { Thresholds } from '@core/workouts';
import type { WireWorkout, WorkoutBody } from '../../client/workouts/wire.ts';
import { localMinute } from '../local-time.ts';
import { hoursOfSeconds } from './rounding.ts';
import { sessionOf } from './session.ts';
import { sportName } from './sport.ts';
import { isDone } from './status.ts';
import { storedSteps } from './steps.ts';

/** Other workouts of the day, so that nobody plans twice without seeing it. */
export function sameDay(others: readonly WireWorkout[], self: string | undefined): string[] {
  const there = others.filter(({ workoutId, isHidden }) => workoutId !== self && isHidden !== true);
  if (there.length === 0) return [];
  const titles = there.slice(0, 4).map(({ title, workoutId }) => `"${title ?? workoutId}"`);
  const more = there.length > 4 ? ` and ${there.length - 4} more` : '';
  return [`The day already holds ${titles.join(', ')}${more}.`];
}

/** What a person should know before an edit of this workout. */
export function editWarnings(stored: WireWorkout, patch: WorkoutBody): string[] {
  const notes: string[] = [];
  if (isDone(stored)) notes.push('It was already done: what was recorded stays unless it is named here.');
  if ('workoutDay' in patch && stored.startTime !== null) {
    notes.push(`The recorded start stays ${localMinute(stored.startTime)}.`);
  }
  const keepsSteps = !('structure' in patch) && storedSteps(stored) !== undefined;
  if (keepsSteps && 'workoutTypeValueId' in patch) {
    notes.push(`The steps keep their targets, which were written for ${sportName(stored.workoutTypeValueId)}.`);
  }
  if ('structure' in patch) {
    notes.push(...(storedSteps(stored)?.losses ?? []).map((loss) => `Rewriting the steps loses this: ${loss}`));
  }
  return notes;
}

/** Planned time beside steps that come to another time: the watch follows the steps. */
export function stepsMismatch(body: WorkoutBody, thresholds: Thresholds): string[] {
  const { structure, totalTimePlanned } = body;
  const sport = typeof body.workoutTypeValueId === 'number' ? body.workoutTypeValueId : null;
  const stored = storedSteps({ structure, workoutTypeValueId: sport });
  if (stored === undefined || typeof totalTimePlanned !== 'number') return [];
  const { totals } = sessionOf({ workout: stored.workout, losses: [] }, thresholds);
  if (totals.seconds === null || Math.abs(hoursOfSeconds(totals.seconds) - totalTimePlanned) < 1 / 60) return [];
  const minutes = (seconds: number) => Math.round(seconds / 60);
  return [
    `The steps come to ${minutes(totals.seconds)} min and the planned time is ${minutes(totalTimePlanned * 3600)} min: send \`steps\` to change the session itself.`,
  ];
}
