import { type Athlete, Failure } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { inCalendarOrder } from '../domain/workouts/row.ts';
import { workoutsBetween } from './stored.ts';

export interface Which {
  readonly oldest?: string | undefined;
  readonly newest?: string | undefined;
  readonly workout_ids?: readonly string[] | undefined;
  readonly target_date?: string | undefined;
  readonly workouts: readonly unknown[];
}

/** As many as a person can look over before saying yes. */
const MOST = 60;

/** The workouts of a batch, in calendar order. */
export interface Chosen {
  readonly found: readonly WireWorkout[];
  /** The day that lands on `target`. */
  readonly from: string;
  readonly target: string;
}

/** @throws Failure `bad_input` when it is not said which, or there are too many. */
export async function chosen(port: TrainingPeaksPort, athlete: Athlete, which: Which): Promise<Chosen> {
  const { oldest, newest = oldest, workout_ids: ids, target_date: target } = which;
  if (target === undefined) throw incomplete('`target_date` is missing');
  if (ids !== undefined) {
    refuseTooMany(ids.length);
    const found = await Promise.all(ids.map((workout) => port.workouts.get({ athlete: athlete.id, workout })));
    const from = found.map(({ workoutDay }) => workoutDay ?? target).sort()[0] ?? target;
    return { found: inCalendarOrder(found), from, target };
  }
  if (oldest === undefined || newest === undefined) throw incomplete('Neither `oldest` nor `workout_ids` is given');
  if (newest < oldest) throw incomplete(`oldest ${oldest} lies after newest ${newest}`);
  const { items, skipped } = await workoutsBetween(port, athlete.id, { oldest, newest });
  if (skipped > 0) {
    throw new Failure(
      'contract',
      `${skipped} workouts of the range could not be read, so it cannot be done as a whole`,
      {
        next: 'give the `workout_ids` that tp_get_workouts lists',
      },
    );
  }
  refuseTooMany(items.length);
  return { found: inCalendarOrder(items), from: oldest, target };
}

function incomplete(what: string): Failure {
  return new Failure('bad_input', what, {
    next: 'send e.g. {"action":"copy","oldest":"2026-10-12","newest":"2026-10-18","target_date":"2026-10-26"}',
  });
}

/** @throws Failure `bad_input` */
export function refuseTooMany(count: number): void {
  if (count <= MOST) return;
  throw new Failure('bad_input', `${count} workouts at once; at most ${MOST}`, { next: 'do it week by week' });
}
