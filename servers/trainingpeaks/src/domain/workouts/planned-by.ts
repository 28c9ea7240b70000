import type { WireWorkout } from '../../client/workouts/wire.ts';
import { rounded, secondsOfHours } from './rounding.ts';
import { ownTotals, type Session } from './session.ts';

/** What a stored session comes to by two counts, and why they differ; only that they agree where they do. */
export interface TwoCounts extends Record<string, unknown> {
  /** What the platform holds as planned. */
  readonly trainingpeaks?: Record<string, unknown>;
  /** The same steps by `@core/workouts`. */
  readonly own?: Record<string, unknown>;
  /** Both come to the planned numbers of the workout. */
  readonly agree?: true;
  readonly why?: string;
}

const REASON = {
  power:
    'TrainingPeaks counts the middle of each step as it is; our count smooths power over 30 s, as a recording will be',
  pace: 'TrainingPeaks weighs hard steps by the fourth power; our count takes the average speed, as for a run in the flat',
  hr: 'TrainingPeaks takes percent of threshold for effort; our count is TRIMP relative to an hour at threshold heart rate',
} as const;

/**
 * Planned time, TSS and intensity of a session as the platform holds them and by our own count.
 *
 * @param given the planned TSS came from the caller and not from the steps
 */
export function twoCounts(stored: WireWorkout, session: Session, given: boolean): TwoCounts {
  const platform = {
    time_s: secondsOfHours(stored.totalTimePlanned),
    tss: rounded(stored.tssPlanned, 1),
    intensity_factor: rounded(stored.ifPlanned, 3),
  };
  const own = ownTotals(session.own);
  const agree = (['time_s', 'tss', 'intensity_factor'] as const).every((name) => platform[name] === own[name]);
  if (agree) return { agree, by: session.own.from };
  const why = reasonFor(platform, session, given);
  return { trainingpeaks: platform, own, ...(why !== undefined && { why }) };
}

/** Why the numbers of the platform are not ours; `undefined` when they agree. */
export function reasonFor(
  { time_s, tss }: { readonly time_s: number | null; readonly tss: number | null },
  { own, totals }: Session,
  given: boolean,
): string | undefined {
  const parts = [];
  if (time_s !== null && time_s !== own.seconds) {
    parts.push(
      time_s === totals.seconds
        ? 'steps with an open end count as 10 min there and not at all in our count'
        : 'the planned time was given and is not the sum of the steps',
    );
  }
  if (own.load === null || tss === null) {
    if (own.load === null && tss !== null && own.reason !== undefined) parts.push(`our count: ${own.reason}`);
    if (tss === null) parts.push('TrainingPeaks holds no planned TSS: give `tss_planned`');
  } else if (Math.round(tss) !== own.load) {
    parts.push(given ? 'the planned TSS was given and is not the sum of the steps' : REASON[own.from]);
  }
  return parts.length === 0 ? undefined : parts.join('; ');
}
