import { addDays, type Day, mondayOf, type PlannedSession } from '@core/sandbox/athlete';
import type { StoredActivity } from '../activities/stored.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { offsetTime } from '../shape/refusal.ts';
import { familyOf, TYPE_OF_SPORT } from '../sports.ts';
import { type PlannedWorkout, understood } from './doc.ts';
import { seededEvents } from './seeded-events.ts';
import { workoutText } from './text.ts';

/** An event as stored: the service's keys, without what is computed when it is shown. */
export interface StoredEvent {
  readonly id: number;
  category: string;
  start_date_local: string;
  end_date_local: string;
  [key: string]: unknown;
}

export interface Calendar {
  list(): readonly StoredEvent[];
  find(id: number): StoredEvent | undefined;
  add(values: Record<string, unknown>): StoredEvent;
  update(event: StoredEvent, values: Record<string, unknown>): void;
  remove(ids: ReadonlySet<number>): number;
  /** The parsed description; undefined when it has no steps. */
  workout(event: StoredEvent): PlannedWorkout | undefined;
  plannedLoad(event: StoredEvent): number | null;
  /** Loads of the workouts and races after a day. */
  plannedLoads(after: Day): { day: Day; load: number; type: string }[];
  pairedWith(activity: StoredActivity): StoredEvent | undefined;
  pairedActivity(event: StoredEvent): StoredActivity | undefined;
  /** FITNESS_DAYS, SET_FITNESS by day. */
  fitnessEvents(): Map<Day, StoredEvent[]>;
  /** The settings changed: every workout is measured again. */
  forget(): void;
  readonly version: number;
}

const FIRST_ID = 5_000_000;
const IDS_PER_ATHLETE = 100_000;
const FIRST_SEEDED = 20_000;
const FIRST_CREATED = 50_000;

export function createCalendar(record: AthleteRecord): Calendar {
  const base = FIRST_ID + record.number * IDS_PER_ATHLETE;
  let events = [
    ...record.simulated.planned.map((planned) => plannedEvent(record, base + planned.index, planned)),
    ...seededEvents(record).map((values, i) => ({ ...defaults(record, base + FIRST_SEEDED + i, values), ...values })),
  ].sort(byDate);
  const parsed = new Map<number, { text: string; type: string; result: PlannedWorkout | undefined }>();
  let created = 0;
  let version = 0;
  const calendar: Calendar = {
    list: () => events,
    find: (id) => events.find((event) => event.id === id),
    get version() {
      return version;
    },
    add(values) {
      const event = { ...defaults(record, base + FIRST_CREATED + created, values), ...values } as StoredEvent;
      created += 1;
      version += 1;
      events = [...events, event].sort(byDate);
      return event;
    },
    update(event, values) {
      Object.assign(event, values, { updated: offsetTime(record.clock.now()) });
      if (values.start_date_local !== undefined && values.end_date_local === undefined) {
        event.end_date_local = nextMidnight(event.start_date_local);
      }
      parsed.delete(event.id);
      events = [...events].sort(byDate);
      version += 1;
    },
    remove(ids) {
      const before = events.length;
      events = events.filter((event) => !ids.has(event.id));
      version += 1;
      return before - events.length;
    },
    workout(event) {
      const text = typeof event.description === 'string' ? event.description : '';
      const type = typeof event.type === 'string' ? event.type : '';
      if (event.category !== 'WORKOUT' || type === '' || text === '') return undefined;
      const known = parsed.get(event.id);
      if (known && known.text === text && known.type === type) return known.result;
      const result = understood(record, text, type);
      parsed.set(event.id, { text, type, result });
      return result;
    },
    plannedLoad(event) {
      const fromSteps = calendar.workout(event)?.numbers.load;
      if (fromSteps !== undefined && fromSteps !== null) return fromSteps;
      return typeof event.icu_training_load === 'number' ? event.icu_training_load : null;
    },
    plannedLoads(after) {
      return events
        .filter((event) => event.start_date_local.slice(0, 10) > after)
        .filter((event) => event.category === 'WORKOUT' || event.category.startsWith('RACE_'))
        .map((event) => ({
          day: event.start_date_local.slice(0, 10),
          load: calendar.plannedLoad(event) ?? 0,
          type: String(event.type ?? ''),
        }));
    },
    forget() {
      parsed.clear();
      version += 1;
    },
    pairedWith: (activity) => pairedEvent(calendar, record, activity),
    pairedActivity: (event) =>
      record.activities.list().find((activity) => calendar.pairedWith(activity)?.id === event.id),
    fitnessEvents: () =>
      Map.groupBy(
        events.filter((event) => event.category === 'FITNESS_DAYS' || event.category === 'SET_FITNESS'),
        (event) => event.start_date_local.slice(0, 10),
      ),
  };
  return calendar;
}

function byDate(a: StoredEvent, b: StoredEvent): number {
  if (a.start_date_local !== b.start_date_local) return a.start_date_local < b.start_date_local ? -1 : 1;
  return a.id - b.id;
}

/** Written on the activity, or the same day's unclaimed workout of the same sport. */
function pairedEvent(calendar: Calendar, record: AthleteRecord, activity: StoredActivity): StoredEvent | undefined {
  const written = activity.patch.paired_event_id;
  if (typeof written === 'number') return calendar.find(written);
  if (written === null) return undefined;
  const session = activity.origin.kind === 'session' ? activity.origin.session : undefined;
  if (session) {
    if (session.plannedIndex === undefined) return undefined;
    return calendar.find(FIRST_ID + record.number * IDS_PER_ATHLETE + session.plannedIndex);
  }
  const day = activity.startLocal.slice(0, 10);
  const family = familyOf(record.activities.type(activity));
  return calendar
    .list()
    .find(
      (event) =>
        event.category === 'WORKOUT' &&
        event.start_date_local.startsWith(day) &&
        familyOf(String(event.type)) === family &&
        !record.simulated.planned.some((planned) => planned.day === day && planned.sessionIndex !== undefined),
    );
}

function nextMidnight(start: string): string {
  return `${addDays(start.slice(0, 10), 1)}T00:00:00`;
}

/** What the service fills in when an event is created. */
export function defaults(record: AthleteRecord, id: number, values: Record<string, unknown>): StoredEvent {
  const start = String(values.start_date_local);
  return {
    id,
    uid: `sandbox-${id}`,
    calendar_id: 1,
    athlete_id: record.id,
    created_by_id: record.id,
    category: String(values.category),
    start_date_local: start,
    end_date_local: nextMidnight(start),
    updated: offsetTime(record.clock.now()),
    athlete_cannot_edit: false,
    entered: false,
    for_week: false,
    hide_from_athlete: false,
    not_on_fitness_chart: false,
    show_as_note: false,
    show_on_ctl_line: false,
    structure_read_only: false,
    training_availability: 'NORMAL',
  };
}

function plannedEvent(record: AthleteRecord, id: number, planned: PlannedSession): StoredEvent {
  const start = `${planned.day}T00:00:00`;
  const race = planned.workout === undefined;
  const values: Record<string, unknown> = {
    category: race ? 'RACE_A' : 'WORKOUT',
    start_date_local: start,
    type: TYPE_OF_SPORT[planned.sport],
    name: planned.title,
    description: planned.workout ? workoutText(planned.workout, planned.sport) : planned.prose,
    indoor: planned.sport === 'virtual-ride',
    external_id: `plan-${planned.index}`,
    ...(race ? { moving_time: planned.durationS, icu_training_load: 150 } : {}),
  };
  return { ...defaults(record, id, values), ...values, updated: `${mondayOf(planned.day)}T06:00:00.000+00:00` };
}
