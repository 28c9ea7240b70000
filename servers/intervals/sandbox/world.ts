import type { Clock } from '@core/sandbox';
import { DEMO_PROFILE, rosterProfiles, type WallClock, wallClock } from '@core/sandbox/athlete';
import { type AthleteRecord, createRecord, type Permission } from './athlete-record.ts';
import type { Simulate } from './people.ts';
import { forbidden, missing } from './shape/refusal.ts';

interface WorldOptions {
  readonly seed: number;
  readonly apiKey: string;
  readonly heavy: boolean;
}

/** Everything the emulated service knows. */
export interface World {
  readonly clock: Clock;
  readonly options: WorldOptions;
  /** The owner of the key. */
  readonly me: AthleteRecord;
  /** The owner first, then the coached ones. Their histories are generated when first asked for. */
  readonly athletes: readonly AthleteRecord[];
  /** Bearer tokens of connected apps: token → athlete id. */
  readonly tokens: Map<string, string>;
  /** Tokens by the app that holds them, so that a new one replaces the old. */
  readonly tokenApps: Map<string, string>;
  /** Sign-in codes that were given out and not used yet. */
  readonly codes: Map<string, { scope: string; clientId: string; expires: number }>;
  codesGiven: number;
  /** `X-RateLimit-*` headers on every answer; the service does not always send them. */
  rateLimitHeaders: boolean;
  /** Answers since the headers were switched on. */
  answered: number;
  /** How late fitness follows a write, ms on the sandbox clock: the service computes it in the background. */
  readonly latency: { fitnessMs: number };
  /** Seen on some accounts: `activity-pace-curves` answers 403 for the id `0`. */
  paceCurvesRefuseZero: boolean;
}

export const MY_ID = 'i204915';
const DAYS = 730;
const EARLIER_DAYS_OF_HEAVY = 520;
const COACHED_DAYS = 120;
const HEAVY_ROSTER = 50;

export function createWorld(clock: Clock, options: WorldOptions, simulate: Simulate): World {
  const walls = new Map<string, WallClock>();
  const wallOf = (timeZone: string) => {
    const known = walls.get(timeZone) ?? wallClock(timeZone);
    walls.set(timeZone, known);
    return known;
  };
  const latency = { fitnessMs: 0 };
  const mine = { ...DEMO_PROFILE, key: `demo-${options.seed}` };
  const me = createRecord({
    id: MY_ID,
    number: 0,
    profile: mine,
    wall: wallOf(mine.timeZone),
    days: DAYS,
    earlierDays: options.heavy ? EARLIER_DAYS_OF_HEAVY : 0,
    permission: 'WRITE',
    clock,
    simulate,
    latency,
    apiKey: options.apiKey,
    heavy: options.heavy,
  });
  const coached = rosterProfiles(options.seed, options.heavy ? HEAVY_ROSTER : undefined).map((profile, index) =>
    createRecord({
      id: index === 4 ? '2049151' : `i3000${String(index + 11)}`,
      number: index + 1,
      profile,
      wall: wallOf(profile.timeZone),
      days: COACHED_DAYS,
      earlierDays: 0,
      permission: permissionOf(index),
      clock,
      simulate,
      latency,
      apiKey: null,
      heavy: false,
    }),
  );
  return {
    clock,
    options,
    me,
    athletes: [me, ...coached],
    tokens: new Map(),
    tokenApps: new Map(),
    codes: new Map(),
    codesGiven: 0,
    rateLimitHeaders: false,
    answered: 0,
    latency,
    paceCurvesRefuseZero: false,
  };
}

/** Most athletes gave their coach full rights, two only let him look, one took the right away. */
function permissionOf(index: number): Permission {
  if (index === 18) return 'NONE';
  return index === 7 || index === 12 ? 'READ' : 'WRITE';
}

/** The athlete of a path. `0` is the owner of the key. Refuses what the key may not see, or not change. */
export function athleteAt(world: World, id: string, access: 'read' | 'write' = 'read'): AthleteRecord {
  if (id === '0') return world.me;
  const found = world.athletes.find((athlete) => athlete.id === id);
  if (!found) throw missing('Athlete not found');
  if (found.permission === 'NONE') throw forbidden();
  if (access === 'write' && found.permission === 'READ') throw forbidden();
  return found;
}
