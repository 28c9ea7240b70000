import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireSession } from '../client/strength/wire.ts';
import { historyRows } from '../domain/strength/history.ts';

/** Each session is read on its own; more than these take too long. */
const MOST = 40;

/** What was done of one exercise over sessions, oldest first. */
export async function historyOf(
  { strength }: Pick<TrainingPeaksPort, 'strength'>,
  sessions: readonly WireSession[],
  exercise: string,
) {
  const wanted = exercise.trim().toLowerCase();
  const isIt = (title: string | null) => (title ?? '').toLowerCase().includes(wanted);
  const all = sessions.filter(({ sequenceSummary }) => sequenceSummary.some(({ title }) => isIt(title)));
  const read = await Promise.all(all.slice(-MOST).map(async ({ id }) => (await strength.get({ session: id })).data));
  return {
    rows: read.flatMap((document) => historyRows(document, isIt)),
    notes: [
      'volume_kg is repetitions times weight of the sets done, both sides together.',
      ...(all.length > MOST
        ? [`The ${all.length - MOST} oldest of ${all.length} sessions are not read: ask for a shorter range.`]
        : []),
    ],
  };
}
