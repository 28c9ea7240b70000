import { type AthleteOptions, createAthlete, type SimulatedAthlete } from '@core/sandbox/athlete';
import type { Measures } from './rides/measures.ts';

/** A simulated person, and what was worked out from the recordings by the id of their ride: neither ever changes. */
export interface Person {
  readonly athlete: SimulatedAthlete;
  readonly measures: Map<number, Measures>;
  readonly laps: Map<number, readonly Measures[]>;
  readonly files: Map<number, Uint8Array>;
}

/** Gives the person of some options; the same options give the same one. Rides of a heavy account are others. */
export type Simulate = (options: AthleteOptions & { readonly heavy: boolean }) => Person;

/** Simulates each person once: a reset world meets the same people again. */
export function rememberPeople(): Simulate {
  const people = new Map<string, Person>();
  return ({ heavy, ...options }) => {
    const key = `${options.profile?.key}/${options.today}/${options.days}/${heavy}`;
    const known = people.get(key) ?? personOf(options);
    people.set(key, known);
    return known;
  };
}

function personOf(options: AthleteOptions): Person {
  return { athlete: createAthlete(options), measures: new Map(), laps: new Map(), files: new Map() };
}
