import type { Clock } from '@core/sandbox';
import type { AthleteProfile, Day, SimulatedAthlete, WallClock } from '@core/sandbox/athlete';
import { type ActivityShelf, createShelf } from './activities/shelf.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { type CurveStore, createCurveStore } from './curves/store.ts';
import { createFitness, type FitnessChart } from './fitness.ts';
import { createGarage, type Garage } from './garage.ts';
import type { Person, Simulate } from './people.ts';
import { type Calendar, createCalendar } from './planned/calendar.ts';
import { createLibrary, type Library } from './planned/library.ts';
import { type SettingsGroup, startingGroups } from './settings.ts';

export type Permission = 'NONE' | 'READ' | 'WRITE';

interface RecordOptions {
  readonly id: string;
  /** Position in the world; keeps ids apart. */
  readonly number: number;
  readonly profile: AthleteProfile;
  /** The clock where the athlete lives. */
  readonly wall: WallClock;
  readonly days: number;
  readonly earlierDays: number;
  readonly permission: Permission;
  readonly clock: Clock;
  readonly latency: { readonly fitnessMs: number };
  readonly simulate: Simulate;
  readonly apiKey: string | null;
  readonly heavy: boolean;
}

/** One athlete's account: the simulated person, and what was written since. */
export interface AthleteRecord {
  readonly id: string;
  readonly number: number;
  readonly profile: AthleteProfile;
  readonly permission: Permission;
  readonly apiKey: string | null;
  readonly clock: Clock;
  readonly wall: WallClock;
  readonly person: Person;
  readonly simulated: SimulatedAthlete;
  /** A thousand activities and a twelve-hour ride. */
  readonly heavy: boolean;
  readonly groups: SettingsGroup[];
  readonly activities: ActivityShelf;
  readonly calendar: Calendar;
  readonly curves: CurveStore;
  readonly fitness: FitnessChart;
  /** Written wellness values by day, over the recorded ones. */
  readonly wellness: Map<Day, Record<string, unknown>>;
  readonly conversations: Conversations;
  readonly garage: Garage;
  readonly library: Library;
  readonly customItems: Record<string, unknown>[];
  /** Written settings over the profile's. */
  readonly settings: Record<string, unknown>;
  /** What was written on routes, by id. */
  readonly routeEdits: Map<number, Record<string, unknown>>;
  /** The athlete's local day now. */
  today(): Day;
}

export function createRecord(options: RecordOptions): AthleteRecord {
  const { id, number, profile, permission, clock, wall, apiKey, heavy } = options;
  const today = () => wall.at(clock.now()).slice(0, 10);
  const started = today();
  const person = options.simulate({
    profile,
    today: started,
    days: options.days,
    earlierDays: options.earlierDays,
  });
  const { simulated } = person;
  const parts: { -readonly [K in keyof AthleteRecord]?: AthleteRecord[K] } = {};
  const lazily = <K extends keyof AthleteRecord>(key: K, build: () => AthleteRecord[K]): AthleteRecord[K] => {
    const known = parts[key] ?? build();
    parts[key] = known;
    return known as AthleteRecord[K];
  };
  const record: AthleteRecord = {
    id,
    number,
    profile,
    permission,
    apiKey,
    clock,
    wall,
    person,
    simulated,
    heavy,
    wellness: new Map(),
    customItems: number === 0 ? [caffeine(id)] : [],
    settings: number === 0 ? followedPlan() : {},
    routeEdits: new Map(),
    today,
    get groups() {
      return lazily('groups', () =>
        startingGroups(profile, simulated.season.ftpSettingOn(started), 70_000 + number * 10),
      );
    },
    get activities() {
      return lazily('activities', () => createShelf(record));
    },
    get calendar() {
      return lazily('calendar', () => createCalendar(record));
    },
    get curves() {
      return lazily('curves', () => createCurveStore(record));
    },
    get fitness() {
      return lazily('fitness', () => createFitness(record, options.latency));
    },
    get conversations() {
      return lazily('conversations', () => createConversations(record));
    },
    get garage() {
      return lazily('garage', () => createGarage(record));
    },
    get library() {
      return lazily('library', () => createLibrary(record));
    },
  };
  return record;
}

/** The plan of the library that the athlete follows. */
function followedPlan(): Record<string, unknown> {
  return { training_plan_id: 900_002, training_plan_start_date: '2026-09-07', training_plan_alias: null };
}

/** A field that the athlete added to every day. */
function caffeine(athlete: string): Record<string, unknown> {
  return {
    id: 40_000,
    athlete_id: athlete,
    type: 'INPUT_FIELD',
    visibility: 'PRIVATE',
    name: 'Caffeine',
    description: 'Milligrams a day',
    content: { code: 'Caffeine', type: 'numeric', aggregate: 'SUM' },
    usage_count: 0,
    index: 0,
    updated: '2026-03-02T08:00:00.000+00:00',
  };
}
