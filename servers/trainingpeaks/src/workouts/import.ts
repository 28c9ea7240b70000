import { setTimeout as pause } from 'node:timers/promises';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { doneOf } from '../domain/workouts/quantities.ts';
import { orUndefined } from './or-undefined.ts';

/** Waits between looks: the importer is not said to be ready when it answers. */
const PAUSES_MS = [0, 700, 1500, 3000];

/**
 * The workout once the platform has taken in what was uploaded; `undefined` when that did not happen while we looked.
 *
 * @throws the reason of the signal
 */
export async function takenIn(
  port: TrainingPeaksPort,
  key: { readonly athlete: string; readonly workout: string },
  before: WireWorkout,
  signal: AbortSignal,
): Promise<WireWorkout | undefined> {
  const was = JSON.stringify(doneOf(before));
  for (const wait of PAUSES_MS) {
    if (wait > 0) await pause(wait, undefined, { signal });
    const now = await orUndefined(port.workouts.getNow(key));
    if (now !== undefined && JSON.stringify(doneOf(now)) !== was) return now;
  }
  return undefined;
}
