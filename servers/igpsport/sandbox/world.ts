import { randomBytes } from 'node:crypto';
import type { Clock } from '@core/sandbox';
import { type AthleteProfile, DEMO_PROFILE, localTime, type SimulatedAthlete } from '@core/sandbox/athlete';
import { type CourseStore, createCourses } from './course-store.ts';
import type { Simulate } from './people.ts';
import { type Quirks, STARTING_QUIRKS } from './quirks.ts';
import { REGION_FACTS, type RegionId } from './region.ts';
import { createShelf, type RideShelf } from './rides/shelf.ts';
import { sealKey } from './signing/sealed-key.ts';
import { standInModule } from './signing/stand-in.ts';

export interface WorldOptions {
  readonly region: RegionId;
  readonly seed: number;
  readonly heavy: boolean;
  readonly days: number;
  readonly password: string;
  readonly username: string;
  /** Seconds that a login is good for. */
  readonly tokenSeconds: number;
}

export interface IssuedToken {
  readonly expires: number;
}

/** Everything the emulated service of one region knows. */
export interface World {
  readonly clock: Clock;
  readonly options: WorldOptions;
  readonly region: RegionId;
  readonly memberId: number;
  readonly profile: AthleteProfile;
  readonly athlete: SimulatedAthlete;
  readonly rides: RideShelf;
  readonly courses: CourseStore;
  readonly quirks: Quirks;
  /** What the web app serves as its signing module; the stand-in unless a test changes it. */
  signingModule: Uint8Array;
  readonly tokens: Map<string, IssuedToken>;
  /** Nonces seen, with the second after which they are forgotten. */
  readonly nonces: Map<string, number>;
  /** Files put into the store and not yet announced, or announced. */
  readonly uploads: Map<string, Uint8Array | undefined>;
  readonly routes: { readonly title: string; readonly ossId: string }[];
  /** Where the file store answers; another port when served. */
  storageOrigin: string;
  /** The key that signatures are made with, and the sealed form that the handshake gives. */
  sessionKey: Uint8Array;
  sealedKey: Uint8Array;
  signedRequests: number;
  issued: number;
  today(): string;
}

const HANGZHOU = { latitude: 30.2741, longitude: 120.1551, altitude: 19 };

export function createWorld(clock: Clock, options: WorldOptions, simulate: Simulate): World {
  const facts = REGION_FACTS[options.region];
  const profile: AthleteProfile = {
    ...DEMO_PROFILE,
    key: `igpsport-${options.region}-${options.seed}`,
    timeZone: facts.timeZone,
    ...(options.region === 'cn' && { home: HANGZHOU, city: 'Hangzhou', country: 'China' }),
  };
  const today = () => localTime(clock.now(), profile.timeZone).slice(0, 10);
  const person = simulate({ profile, today: today(), days: options.days, heavy: options.heavy });
  const { athlete } = person;
  let rides: RideShelf | undefined;
  const sessionKey = randomBytes(32);
  const world: World = {
    clock,
    options,
    region: options.region,
    memberId: facts.memberId,
    profile,
    athlete,
    get rides() {
      rides ??= createShelf(person, options.heavy);
      return rides;
    },
    courses: createCourses(options.region, clock),
    quirks: { ...STARTING_QUIRKS },
    signingModule: standInModule(),
    tokens: new Map(),
    nonces: new Map(),
    uploads: new Map(),
    routes: [],
    storageOrigin: facts.storageOrigin,
    sessionKey,
    sealedKey: sealKey(sessionKey),
    signedRequests: 0,
    issued: 0,
    today,
  };
  return world;
}

/** Another session key from now on: signatures made with the old one are refused. */
export function rotateSessionKey(world: World): void {
  world.sessionKey = randomBytes(32);
  world.sealedKey = sealKey(world.sessionKey);
}
