import { type Clock, createClock, createEmulator, type Emulator, seedOf } from '@core/sandbox';
import type { SimulatedAthlete, Truth } from '@core/sandbox/athlete';
import { guard, PEAKSWARE, TPAPI } from './access.ts';
import { rememberPeople, type Simulate } from './people.ts';
import { routes } from './routes.ts';
import { refusalResponse } from './shape/refusal.ts';
import { type AccountKind, createWorld, type World } from './world.ts';

export interface SandboxOptions {
  /** Another seed is another person. */
  readonly seed?: number;
  /** What the emulator takes for now; frozen unless `running`. */
  readonly now?: Date | string;
  /** The clock goes on from `now` in real time. */
  readonly running?: boolean;
  /** 1,000 workouts and a twelve-hour ride, for answer budgets. */
  readonly heavy?: boolean;
  /** Whose credential is at hand; an athlete who pays unless told. */
  readonly account?: AccountKind;
  /** The value of `Production_tpAuth` that is accepted. */
  readonly cookie?: string;
  /** People of earlier sandboxes (`rememberPeople()`): who was simulated once is not simulated again. */
  readonly people?: Simulate;
}

export interface TrainingpeaksSandbox {
  /** Both hosts: one log, one set of faults. */
  readonly emulator: Emulator<World>;
  readonly clock: Clock;
  /** The simulated person behind the credential. */
  readonly athlete: SimulatedAthlete;
  readonly athleteId: number;
  readonly truth: Truth;
  /** The value of `Production_tpAuth`. */
  readonly cookie: string;
  /** Answers for both hosts; fails for any other as a name that does not resolve. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A Wednesday morning, so that frozen tests have a week on both sides. */
export const SANDBOX_NOW = '2026-10-14T09:00:00Z';

/** The same every time, and as long as real ones. */
export const SANDBOX_COOKIE = `V001${Array.from({ length: 270 }, (_, i) => seedOf('cookie', i).toString(36)).join('')}`;

/** A TrainingPeaks that lives in this process: the main API and the second host, one account, 20 coached athletes. */
export function createTrainingpeaksSandbox(options: SandboxOptions = {}): TrainingpeaksSandbox {
  const clock = createClock(options.now ?? SANDBOX_NOW, { running: options.running ?? false });
  const simulate = options.people ?? rememberPeople();
  const cookie = options.cookie ?? SANDBOX_COOKIE;
  const emulator = createEmulator<World>({
    name: 'trainingpeaks',
    origin: TPAPI,
    basePath: '',
    routes,
    clock,
    state: (at) =>
      createWorld(
        at,
        {
          seed: options.seed ?? 1,
          account: options.account ?? 'athlete',
          heavy: options.heavy ?? false,
          cookie,
        },
        simulate,
      ),
    guard,
    unmatched: (status) => new Response(null, { status }),
    thrown: refusalResponse,
    errorBody: (status) => ({
      body: JSON.stringify({ message: status >= 500 ? 'An error has occurred.' : `Injected ${status}` }),
      contentType: 'application/json',
    }),
  });
  return {
    emulator,
    clock,
    cookie,
    get athleteId() {
      return emulator.state.me.id;
    },
    get athlete() {
      return emulator.state.me.person.simulated;
    },
    get truth() {
      return emulator.state.me.person.simulated.truth;
    },
    fetch: (request) => {
      const { origin } = new URL(request.url);
      if (origin === TPAPI || origin === PEAKSWARE) return emulator.fetch(request);
      const cause = Object.assign(new Error(`getaddrinfo ENOTFOUND ${origin}`), { code: 'ENOTFOUND' });
      return Promise.reject(new TypeError('fetch failed', { cause }));
    },
  };
}

export {
  BEGINNER_ID,
  COLLEAGUES_ATHLETE_ID,
  NEWCOMER_ID,
  OWN_ID,
  rememberPeople,
  type Simulate,
  STRANGER_ID,
} from './people.ts';
export type { Quirks } from './quirks.ts';
export type { AccountKind, World } from './world.ts';
