import {
  type AthleteOptions,
  type AthleteProfile,
  createAthlete,
  DEMO_PROFILE,
  rosterProfiles,
  type SimulatedAthlete,
} from '@core/sandbox/athlete';
import type { Peaks } from './reports/peaks.ts';
import type { Measured } from './workouts/measured.ts';

/** A simulated person, and what was worked out from the recordings: neither ever changes. */
export interface Person {
  readonly simulated: SimulatedAthlete;
  readonly measured: Map<number, Measured>;
  readonly peaks: Map<number, Peaks>;
}

/** Gives the person of some options; the same options give the same one. */
export type Simulate = (options: AthleteOptions) => Person;

/** Simulates each person once: a reset world meets the same people again. */
export function rememberPeople(): Simulate {
  const people = new Map<string, Person>();
  return (options) => {
    const key = `${options.profile?.key}/${options.today}/${options.days}/${options.earlierDays}`;
    const known = people.get(key) ?? { simulated: createAthlete(options), measured: new Map(), peaks: new Map() };
    people.set(key, known);
    return known;
  };
}

/** Where an athlete stands to the coach: in the roster, a colleague's, just connected, or nobody to him. */
export type Standing = 'roster' | 'colleague' | 'newcomer' | 'stranger';

export interface Someone {
  readonly id: number;
  readonly profile: AthleteProfile;
  readonly standing: Standing;
  /** Days of training before today. */
  readonly days: number;
}

export const OWN_ID = 1_200_001;
const FIRST_COACHED_ID = 2_400_011;
const COACHED_DAYS = 120;
/** In the roster, without one day of training. */
export const BEGINNER_ID = FIRST_COACHED_ID + 17;
export const COLLEAGUES_ATHLETE_ID = 2_500_001;
export const NEWCOMER_ID = 2_500_002;
export const STRANGER_ID = 2_900_001;

export function ownProfile(seed: number): AthleteProfile {
  return { ...DEMO_PROFILE, key: `demo-${seed}` };
}

/** Everybody beside the account's owner. The first of the roster is never the owner. */
export function others(seed: number, roster?: number): Someone[] {
  const coached = rosterProfiles(seed, roster).map((profile, index) => ({
    id: FIRST_COACHED_ID + index,
    profile,
    standing: 'roster' as const,
    days: index === 17 ? 0 : COACHED_DAYS,
  }));
  const extra = (id: number, name: string, standing: Standing): Someone => ({
    id,
    profile: { ...DEMO_PROFILE, key: `extra-${seed}-${id}`, name, email: `athlete${id}@example.com` },
    standing,
    days: COACHED_DAYS,
  });
  return [
    ...coached,
    extra(COLLEAGUES_ATHLETE_ID, 'Urška Zdovc', 'colleague'),
    extra(NEWCOMER_ID, 'Bine Hočevar', 'newcomer'),
    extra(STRANGER_ID, 'Nobody Known', 'stranger'),
  ];
}
