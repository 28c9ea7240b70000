import { type AthleteOptions, createAthlete, type SimulatedAthlete } from '@core/sandbox/athlete';
import type { Summary } from './activities/summary.ts';
import type { Best } from './curves/best.ts';
import type { FitnessDays } from './fitness.ts';
import type { PlannedWorkout } from './planned/doc.ts';

/** A simulated person, and what was worked out from recordings and texts: neither ever changes. */
export interface Person {
  readonly simulated: SimulatedAthlete;
  /** Summaries of recorded sessions, by everything that they were worked out from. */
  readonly summaries: Map<string, Summary>;
  readonly curves: Map<string, Best | undefined>;
  /** Planned workouts, by text, sport and settings. */
  readonly workouts: Map<string, PlannedWorkout | undefined>;
  /** Fitness charts of accounts in which nothing was written yet. */
  readonly charts: Map<string, FitnessDays>;
}

/** Gives the person of some options; the same options give the same one. */
export type Simulate = (options: AthleteOptions) => Person;

/** Simulates each person once: a reset world meets the same people again. */
export function rememberPeople(): Simulate {
  const people = new Map<string, Person>();
  return (options) => {
    const key = `${options.profile?.key}/${options.today}/${options.days}/${options.earlierDays}`;
    const known = people.get(key) ?? personOf(options);
    people.set(key, known);
    return known;
  };
}

function personOf(options: AthleteOptions): Person {
  return {
    simulated: createAthlete(options),
    summaries: new Map(),
    curves: new Map(),
    workouts: new Map(),
    charts: new Map(),
  };
}
