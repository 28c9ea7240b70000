import { type Athlete, Failure, type Window } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireDocument } from '../client/strength/wire.ts';
import { readPages } from '../domain/pages.ts';

type Port = Pick<TrainingPeaksPort, 'strength'>;

/**
 * A session by its id. The service asks for no athlete, so whose it is is looked at here.
 *
 * @throws Failure `not_found` when it is on another calendar.
 */
export async function requireSession({ strength }: Port, athlete: Athlete, session: string): Promise<WireDocument> {
  const { data } = await strength.get({ session });
  if (data.calendarId === null || data.calendarId === athlete.id) return data;
  throw new Failure('not_found', `Strength session ${session} is not on the calendar of ${athlete.name}`, {
    next: 'get a current id from tp_get_strength_workouts, with the `athlete` it belongs to',
  });
}

/** Sessions of a window of any length, each once. */
export function sessionsBetween({ strength }: Port, athlete: string, window: Window) {
  return readPages(
    window,
    (page) => strength.list({ athlete, ...page }),
    ({ id }) => id,
  );
}

/** @throws Failure `blocked` when the coach locked it. */
export function requireUnlockedSession({ isLocked, id }: WireDocument): void {
  if (isLocked !== true) return;
  throw new Failure('blocked', `The coach has locked session ${id}`, { next: 'tell the user to ask the coach' });
}

/** @throws Failure `bad_input` when the service says with a status of 200 that it stored nothing. */
export function refuseErrors(errors: unknown): void {
  if (errors === null || errors === undefined || typeof errors !== 'object' || Object.keys(errors).length === 0) return;
  throw new Failure(
    'bad_input',
    `TrainingPeaks refused the session at ${Object.keys(errors).slice(0, 3).join(', ').slice(0, 200)}`,
    {
      next: 'give every exercise a set with a measure it declares (tp_search_exercises shows them)',
      cause: errors,
    },
  );
}
