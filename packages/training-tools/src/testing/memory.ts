import { addDays, daysBetween } from '@core/metrics/day';
import type {
  Activity,
  Best,
  CalendarEntry,
  DeviceDelivery,
  LibraryWorkout,
  LoadDay,
  Message,
  PlannedSession,
  Recording,
  RosterAthlete,
  RosterWeek,
  StepPlan,
  Thread,
  Thresholds,
  WellnessDay,
} from '../ports/index.ts';

/** What an athlete in memory has done, felt and planned. Give what a test is about; the rest is nothing. */
export interface Memory {
  /** The athlete's local day. */
  readonly today: string;
  readonly units: 'metric' | 'imperial';
  readonly activities: readonly Activity[];
  readonly recordings: Readonly<Record<string, Recording>>;
  readonly thresholds: Thresholds;
  /** Load of a day; `null` unknown. A day that is not here is rest. */
  readonly loads: Readonly<Record<string, number | null>>;
  /** Points of a day towards ATL where the platform counts others than towards CTL. */
  readonly atlLoads: Readonly<Record<string, number>>;
  /** The platform's own values; days that are not here have none. */
  readonly platform: Readonly<Record<string, { readonly ctl: number; readonly atl: number }>>;
  readonly warmUpDays: number;
  readonly wellness: readonly WellnessDay[];
  readonly entries: readonly CalendarEntry[];
  readonly plans: Readonly<Record<string, StepPlan>>;
  /** Bests with their day. */
  readonly bests: readonly Best[];
  /** Weeks of the athletes whom the account sees. */
  readonly roster: readonly RosterWeek[];
  /** What is known of them besides; those of `roster` without tags unless told. */
  readonly people: readonly RosterAthlete[];
  /** Calendars of athletes by id; the others have `entries`. */
  readonly calendars: Readonly<Record<string, readonly CalendarEntry[]>>;
  /** What becomes of a session that is written, by athlete: how it differs, or what goes wrong; kept as sent unless told. */
  readonly kept: Readonly<Record<string, readonly string[] | 'unreadable' | 'lost'>>;
  readonly threads: readonly Thread[];
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  /** Deliveries by athlete id. */
  readonly deliveries: Readonly<Record<string, DeviceDelivery>>;
  readonly library: readonly LibraryWorkout[];
  /** Athletes of whom nothing can be read. */
  readonly closed: readonly string[];
}

export const nothing: Memory = {
  today: '2026-10-14',
  units: 'metric',
  activities: [],
  recordings: {},
  thresholds: {
    ftpW: null,
    lthrBpm: null,
    maxBpm: null,
    restBpm: null,
    thresholdSpeedMs: null,
    weightKg: null,
    powerZonesW: null,
    hrZonesBpm: null,
    source: 'memory',
  },
  loads: {},
  atlLoads: {},
  platform: {},
  warmUpDays: 0,
  wellness: [],
  entries: [],
  plans: {},
  bests: [],
  roster: [],
  people: [],
  calendars: {},
  kept: {},
  threads: [],
  messages: {},
  deliveries: {},
  library: [],
  closed: [],
};

/** An activity of 1 h with a load of 50; give what differs. */
export function activity(given: Partial<Activity> & Pick<Activity, 'id' | 'day'>): Activity {
  return {
    start: `${given.day}T09:00`,
    sport: 'Ride',
    family: 'ride',
    name: null,
    movingS: 3600,
    distanceM: 30_000,
    ascentM: 200,
    load: { points: 50, estimated: false },
    intensity: 0.7,
    averageW: 180,
    normalizedW: 190,
    averageBpm: 140,
    rpe1to10: null,
    feel: null,
    race: false,
    indoor: null,
    plannedId: null,
    hidden: null,
    ...given,
  };
}

/** A planned ride of 1 h with a load of 50; give what differs. */
export function session(given: Partial<PlannedSession> & Pick<PlannedSession, 'id' | 'day'>): PlannedSession {
  return {
    kind: 'session',
    name: null,
    text: null,
    sport: 'Ride',
    family: 'ride',
    plannedS: 3600,
    plannedDistanceM: null,
    plannedLoad: 50,
    structured: false,
    doneId: null,
    ...given,
  };
}

/** Every day of a range as the load port gives it. */
export function loadDays({ loads, atlLoads, platform }: Memory, oldest: string, newest: string): LoadDay[] {
  return Array.from({ length: Math.max(0, daysBetween(oldest, newest) + 1) }, (_, i) => {
    const day = addDays(oldest, i);
    const load = loads[day];
    const atlLoad = atlLoads[day];
    return {
      day,
      load: load === undefined ? 0 : load,
      ...(atlLoad !== undefined && { atlLoad }),
      platform: platform[day] ?? null,
    };
  });
}
