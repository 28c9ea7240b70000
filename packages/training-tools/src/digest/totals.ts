import type { DigestAthlete, RosterDigest } from '../roster/digest.ts';

/** A digest in a line. What was not read counts nowhere. */
export interface DigestTotals {
  readonly athletes: number;
  readonly flagged: number;
  readonly planned: number;
  readonly paired: number;
  /** `null`: nobody looked. */
  readonly waiting: number | null;
  readonly races: number;
}

/** Counts of a digest. */
export function totalsOf({ athletes }: Pick<RosterDigest, 'athletes'>): DigestTotals {
  const sum = (of: (athlete: DigestAthlete) => number) => athletes.reduce((total, athlete) => total + of(athlete), 0);
  return {
    athletes: athletes.length,
    flagged: athletes.filter(needsALook).length,
    planned: sum(({ planned }) => planned?.sessions ?? 0),
    paired: sum(({ planned }) => planned?.paired ?? 0),
    waiting: athletes.some(({ waiting }) => waiting !== null) ? sum(({ waiting }) => waiting?.threads ?? 0) : null,
    races: athletes.filter(({ coming }) => coming !== null && coming.race !== null).length,
  };
}

/** Whether a rule speaks for a look. */
export function needsALook({ flags }: DigestAthlete): boolean {
  return flags.length > 0;
}
