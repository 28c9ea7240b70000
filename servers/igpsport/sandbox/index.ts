import { type Clock, createClock, createEmulator, type Emulator } from '@core/sandbox';
import type { SimulatedAthlete, Truth } from '@core/sandbox/athlete';
import { guard } from './access.ts';
import { Refusal, refusal } from './envelope.ts';
import { activityRoutes } from './handlers/activities.ts';
import { loginRoutes } from './handlers/login.ts';
import { profileRoutes } from './handlers/profile.ts';
import { segmentRoutes } from './handlers/segments.ts';
import { uploadRoutes } from './handlers/uploads.ts';
import { webAppRoutes } from './handlers/web-app.ts';
import { workoutRoutes } from './handlers/workouts.ts';
import { rememberPeople, type Simulate } from './people.ts';
import { REGION_FACTS, type RegionId } from './region.ts';
import { createStorage, type Storage } from './storage.ts';
import { createWorld, type World } from './world.ts';

export interface SandboxOptions {
  /** `cn` unless told. */
  readonly region?: RegionId;
  /** Another seed is another person. */
  readonly seed?: number;
  /** What the emulator takes for now; frozen unless `running`. */
  readonly now?: Date | string;
  readonly running?: boolean;
  /** Days of history; two years unless told. */
  readonly days?: number;
  /** 1,000 rides and one of twelve hours, for budgets. */
  readonly heavy?: boolean;
  /** Seconds that a login is good for; seven days unless told. */
  readonly tokenSeconds?: number;
  /** People of earlier sandboxes (`rememberPeople()`): who was simulated once is not simulated again. */
  readonly people?: Simulate;
}

export interface IgpsportSandbox {
  readonly region: RegionId;
  /** The service, and in China the web app that the signing module comes from. */
  readonly emulator: Emulator<World>;
  /** The file store, on another host or port. */
  readonly storage: Emulator<Storage>;
  readonly clock: Clock;
  readonly athlete: SimulatedAthlete;
  readonly truth: Truth;
  readonly username: string;
  readonly password: string;
  readonly memberId: string;
  /** Answers for all its hosts. */
  readonly fetch: (request: Request) => Promise<Response>;
}

export const SANDBOX_PASSWORD = 'sandbox-pass-7c21';
const HEAVY_DAYS = 1_260;
/** A Wednesday morning, so that frozen tests have a week on both sides. */
export const SANDBOX_NOW = '2026-10-14T09:00:00Z';

/** An iGPSport of one region that lives in this process. */
export function createIgpsportSandbox(options: SandboxOptions = {}): IgpsportSandbox {
  const region = options.region ?? 'cn';
  const facts = REGION_FACTS[region];
  const clock = createClock(options.now ?? SANDBOX_NOW, { running: options.running ?? false });
  const simulate = options.people ?? rememberPeople();
  const emulator = createEmulator<World>({
    name: `igpsport-${region}`,
    origin: facts.origin,
    basePath: '',
    clock,
    state: (at) =>
      createWorld(
        at,
        {
          region,
          seed: options.seed ?? 1,
          heavy: options.heavy ?? false,
          days: options.days ?? (options.heavy === true ? HEAVY_DAYS : 730),
          username: facts.username,
          password: SANDBOX_PASSWORD,
          tokenSeconds: options.tokenSeconds ?? 604_800,
        },
        simulate,
      ),
    guard,
    unmatched: (status) => refusal(status, status, 'Not Found'),
    thrown: (error) => {
      if (error instanceof Refusal) return error.response;
      throw error;
    },
    errorBody: (status) => ({
      body: JSON.stringify({ code: status, message: `injected ${status}`, data: null }),
      contentType: 'application/json',
    }),
    routes: [
      ...loginRoutes,
      ...activityRoutes,
      ...profileRoutes,
      ...segmentRoutes,
      ...workoutRoutes,
      ...uploadRoutes,
      ...(region === 'cn' ? webAppRoutes : []),
    ],
  });
  const storage = createStorage(emulator, facts.storageOrigin);
  return {
    region,
    emulator,
    storage,
    clock,
    username: facts.username,
    password: SANDBOX_PASSWORD,
    memberId: String(facts.memberId),
    get athlete() {
      return emulator.state.athlete;
    },
    get truth() {
      return emulator.state.athlete.truth;
    },
    fetch: (request) => hostOf(request, facts, emulator, storage),
  };
}

function hostOf(
  request: Request,
  facts: (typeof REGION_FACTS)[RegionId],
  emulator: Emulator<World>,
  storage: Emulator<Storage>,
): Promise<Response> {
  const { origin } = new URL(request.url);
  if (origin === facts.origin || origin === facts.webOrigin) return emulator.fetch(request);
  if (origin === facts.storageOrigin) return storage.fetch(request);
  return Promise.reject(
    new TypeError('fetch failed', { cause: Object.assign(new Error(`no host ${origin}`), { code: 'ENOTFOUND' }) }),
  );
}

export { rememberPeople, type Simulate } from './people.ts';
export type { Quirks } from './quirks.ts';
export { REGION_FACTS, type RegionId } from './region.ts';
export type { World } from './world.ts';
