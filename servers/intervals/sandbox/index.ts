import { type Clock, createClock, createEmulator, type Emulator } from '@core/sandbox';
import type { SimulatedAthlete, Truth } from '@core/sandbox/athlete';
import { guard, rateLimitHeaders } from './access.ts';
import { rememberPeople, type Simulate } from './people.ts';
import { routes } from './routes.ts';
import { frameworkError, refusalResponse } from './shape/refusal.ts';
import { createWorld, MY_ID, type World } from './world.ts';

export interface SandboxOptions {
  /** Another seed is another person. */
  readonly seed?: number;
  /** What the emulator takes for now; frozen unless `running`. */
  readonly now?: Date | string;
  /** The clock goes on from `now` in real time. */
  readonly running?: boolean;
  /** 1,000 activities, a twelve-hour ride and 50 athletes, for answer budgets. */
  readonly heavy?: boolean;
  readonly apiKey?: string;
  /** People of earlier sandboxes (`rememberPeople()`): who was simulated once is not simulated again. */
  readonly people?: Simulate;
}

export interface IntervalsSandbox {
  readonly emulator: Emulator<World>;
  readonly clock: Clock;
  /** The simulated person behind the key. */
  readonly athlete: SimulatedAthlete;
  readonly athleteId: string;
  readonly truth: Truth;
  readonly apiKey: string;
}

const SANDBOX_API_KEY = 'sandbox-key-3f9a1c';
/** A Wednesday morning, so that frozen tests have a week on both sides. */
const SANDBOX_NOW = '2026-10-14T09:00:00Z';

/** An Intervals.icu that lives in this process: one athlete with two years of training, and twenty coached ones. */
export function createIntervalsSandbox(options: SandboxOptions = {}): IntervalsSandbox {
  const apiKey = options.apiKey ?? SANDBOX_API_KEY;
  const clock = createClock(options.now ?? SANDBOX_NOW, { running: options.running ?? false });
  const seed = options.seed ?? 1;
  const simulate = options.people ?? rememberPeople();
  const emulator = createEmulator<World>({
    name: 'intervals',
    origin: 'https://intervals.icu',
    basePath: '/api/v1',
    routes,
    clock,
    state: (at) => createWorld(at, { seed, apiKey, heavy: options.heavy ?? false }, simulate),
    guard,
    finish: rateLimitHeaders,
    unmatched: (status, _request, url, now) => frameworkError(status, url, now),
    thrown: refusalResponse,
    errorBody: (status) => ({
      body: JSON.stringify({ status, error: `Injected error ${status}` }),
      contentType: 'application/json',
    }),
  });
  return {
    emulator,
    clock,
    apiKey,
    athleteId: MY_ID,
    get athlete() {
      return emulator.state.me.simulated;
    },
    get truth() {
      return emulator.state.me.simulated.truth;
    },
  };
}

export { rememberPeople, type Simulate } from './people.ts';
export type { World } from './world.ts';
