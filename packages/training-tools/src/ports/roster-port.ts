import type { FitnessState } from '@core/metrics/planning';
import type { DayRange, Found, Who } from './who.ts';

/** An athlete of the account. */
export interface RosterAthlete extends Who {
  readonly tags: readonly string[];
  /** Day of the last sign of life that the platform tells; `null`: it does not. */
  readonly lastSeen: string | null;
  /** Only to search by; never in an answer. */
  readonly email: string | null;
  readonly mayWrite: boolean;
}

/** A week (or what is left of it in the range) of one athlete: done, never planned. */
export interface RosterWeek {
  readonly athlete: Who;
  /** Monday. */
  readonly week: string;
  readonly activities: number;
  readonly movingS: number | null;
  readonly load: number | null;
  /** At the end of the week, or now. */
  readonly fitness: FitnessState | null;
  /** The platform's own form then, where that is not CTL − ATL of the same evening. */
  readonly form?: number | null;
  readonly ramp: number | null;
}

/** Everyone whom the account can see. */
export interface RosterPort {
  readonly me: () => Promise<Who & { readonly role: 'coach' | 'athlete' }>;
  readonly athletes: () => Promise<Found<RosterAthlete>>;
  /** The whole roster, or part of it, in as few requests as the platform allows. */
  readonly weeks: (range: DayRange, options?: RosterChoice) => Promise<Found<RosterWeek>>;
  /** Weeks cost requests for every athlete; else one for all. */
  readonly weeksEach?: true;
}

/** Whose weeks; what a platform gives for all at once may hold more. */
export interface RosterChoice {
  readonly tag?: string;
  /** Ids. */
  readonly athletes?: readonly string[];
}
