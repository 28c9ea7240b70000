import type { Clock } from '@core/sandbox';
import { localTime } from '@core/sandbox/athlete';
import { type AthleteRecord, createRecord } from './athlete-record.ts';
import { createTags } from './groups/store.ts';
import { createLibraries, type LibraryStore } from './library/store.ts';
import { OWN_ID, others, ownProfile, type Simulate } from './people.ts';
import { createPlans, type PlanStore } from './plans/store.ts';
import { type Quirks, STARTING_QUIRKS } from './quirks.ts';
import type { Row } from './shape/body.ts';
import { createStrength, type StrengthStore } from './strength/store.ts';

/**
 * Whose credential is at hand: an athlete who pays, one in the trial, one who does not pay, one without any training, a
 * coach who is an athlete of his own, or a coach who is missing in his roster.
 */
export type AccountKind = 'athlete' | 'trial' | 'basic' | 'beginner' | 'coach' | 'coach-outside';

export interface WorldOptions {
  readonly seed: number;
  readonly account: AccountKind;
  readonly heavy: boolean;
  readonly cookie: string;
}

/** Everything the emulated service knows. */
export interface World {
  readonly clock: Clock;
  readonly options: WorldOptions;
  readonly quirks: Quirks;
  /** The owner of the cookie first, then everybody else. Histories are generated when first asked for. */
  readonly athletes: readonly AthleteRecord[];
  readonly me: AthleteRecord;
  readonly isCoach: boolean;
  /** The cookie that was given out, and what became of it. */
  readonly cookie: { state: 'valid' | 'expired' | 'revoked'; expires: number };
  /** Bearer tokens with the instant of their end. */
  readonly tokens: Map<string, number>;
  tokensIssued: number;
  /** The next id of a kind; never given twice. */
  nextId(kind: IdKind): number;
  readonly library: LibraryStore;
  readonly plans: PlanStore;
  /** The coach's groups, by id. */
  readonly tags: Map<number, Row>;
  readonly strength: StrengthStore;
  /** Calls of the commands that destroyed a plan once: a client that makes one has failed. */
  readonly forbiddenCalls: string[];
}

export type IdKind = keyof typeof FIRST_IDS;

const FIRST_IDS = {
  comment: 70_000_001,
  file: 310_000_001,
  note: 40_000_001,
  noteComment: 5_000_001,
  event: 900_001,
  availability: 60_001,
  goalList: 8_001,
  equipment: 700_001,
  library: 2_200_001,
  item: 12_400_001,
  tag: 5_001,
  strength: 20_000_001,
  strengthPart: 110_000_001,
  exercise: 400_001,
  plan: 610_001,
  applied: 950_001,
} as const;

const DAYS = 730;
const HEAVY_ROSTER = 50;
const COOKIE_DAYS = 30;

export function createWorld(clock: Clock, options: WorldOptions, simulate: Simulate): World {
  const mine = ownProfile(options.seed);
  const ids: Partial<Record<IdKind, number>> = {};
  const build = (id: number, number: number, profile: typeof mine, standing: AthleteRecord['standing'], days: number) =>
    createRecord({
      id,
      number,
      profile,
      standing,
      days,
      today: localTime(clock.now(), profile.timeZone).slice(0, 10),
      heavy: options.heavy && number === 0,
      clock,
      simulate,
    });
  const ownDays = options.account === 'beginner' ? 0 : DAYS;
  const me = build(OWN_ID, 0, mine, 'self', ownDays);
  const rest = others(options.seed, options.heavy ? HEAVY_ROSTER : undefined).map(
    ({ id, profile, standing, days }, index) => build(id, index + 1, profile, standing, days),
  );
  const parts: { -readonly [K in keyof World]?: World[K] } = {};
  const lazily = <K extends keyof World>(key: K, make: () => World[K]): World[K] => {
    const known = parts[key] ?? make();
    parts[key] = known;
    return known as World[K];
  };
  const world: World = {
    clock,
    options,
    quirks: { ...STARTING_QUIRKS },
    me,
    athletes: [me, ...rest],
    isCoach: options.account === 'coach' || options.account === 'coach-outside',
    cookie: { state: 'valid', expires: clock.now().getTime() + COOKIE_DAYS * 86_400_000 },
    tokens: new Map(),
    tokensIssued: 0,
    nextId(kind) {
      const id = ids[kind] ?? FIRST_IDS[kind];
      ids[kind] = id + 1;
      return id;
    },
    forbiddenCalls: [],
    get library() {
      return lazily('library', () => createLibraries(world));
    },
    get plans() {
      return lazily('plans', () => createPlans(world));
    },
    get tags() {
      return lazily('tags', () => createTags(world));
    },
    get strength() {
      return lazily('strength', () => createStrength(world));
    },
  };
  return world;
}

/** Whom the account may look at and write for. */
export function mayAccess(world: World, { standing }: AthleteRecord): boolean {
  if (standing === 'self') return true;
  return world.isCoach && standing !== 'stranger';
}

/** Who is in `athletes[]` of the coach: the first is never the coach, and colleagues' athletes are missing. */
export function rosterOf(world: World): AthleteRecord[] {
  if (!world.isCoach) return [world.me];
  const { colleaguesInRoster, newcomerInRoster } = world.quirks;
  const listed = world.athletes.filter(
    ({ standing }) =>
      standing === 'roster' ||
      (standing === 'colleague' && colleaguesInRoster) ||
      (standing === 'newcomer' && newcomerInRoster),
  );
  if (world.options.account === 'coach') listed.splice(7, 0, world.me);
  return listed;
}
