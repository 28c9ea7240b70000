import type { Clock } from '@core/sandbox';
import { type AthleteProfile, type Day, localTime } from '@core/sandbox/athlete';
import { seededAvailability } from './calendar/availability.ts';
import { createEventBook, type EventBook } from './calendar/events.ts';
import { createNoteBook, type NoteBook } from './calendar/notes.ts';
import { createGarage, type Garage } from './health/garage.ts';
import { createHealth, type Health } from './health/metrics.ts';
import type { Person, Simulate, Standing } from './people.ts';
import { startingSettings, type TrainingSettings } from './settings/athlete-settings.ts';
import type { Row } from './shape/body.ts';
import { createShelf, type WorkoutShelf } from './workouts/shelf.ts';

/** What makes two years three and a half. */
const EARLIER_DAYS_OF_HEAVY = 520;

interface RecordOptions {
  readonly id: number;
  /** Position in the world; keeps ids apart. */
  readonly number: number;
  readonly profile: AthleteProfile;
  readonly standing: Standing | 'self';
  readonly today: Day;
  readonly days: number;
  readonly heavy: boolean;
  readonly clock: Clock;
  readonly simulate: Simulate;
}

/** One athlete's account: the simulated person, and what was written since. */
export interface AthleteRecord {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly profile: AthleteProfile;
  readonly standing: Standing | 'self';
  readonly heavy: boolean;
  readonly clock: Clock;
  readonly person: Person;
  readonly workouts: WorkoutShelf;
  readonly settings: TrainingSettings;
  readonly events: EventBook;
  readonly notes: NoteBook;
  /** Days on which training is not or hardly possible, by id. */
  readonly availability: Map<number, Row>;
  readonly goalLists: Map<number, Row>;
  readonly health: Health;
  readonly garage: Garage;
  /** The athlete's local day now, and the local time. */
  today(): Day;
  now(): string;
}

export function createRecord(options: RecordOptions): AthleteRecord {
  const { id, number, profile, standing, heavy, clock } = options;
  const parts: { -readonly [K in keyof AthleteRecord]?: AthleteRecord[K] } = {};
  const lazily = <K extends keyof AthleteRecord>(key: K, build: () => AthleteRecord[K]): AthleteRecord[K] => {
    const known = parts[key] ?? build();
    parts[key] = known;
    return known as AthleteRecord[K];
  };
  const record: AthleteRecord = {
    id,
    number,
    name: profile.name,
    profile,
    standing,
    heavy,
    clock,
    availability: new Map(seededAvailability(id, number, options.today, heavy)),
    goalLists: new Map(),
    now: () => localTime(clock.now(), profile.timeZone),
    today: () => record.now().slice(0, 10),
    get person() {
      return lazily('person', () =>
        options.simulate({
          profile,
          today: options.today,
          days: options.days,
          earlierDays: heavy ? EARLIER_DAYS_OF_HEAVY : 0,
        }),
      );
    },
    get workouts() {
      return lazily('workouts', () => createShelf(record));
    },
    get events() {
      return lazily('events', () => createEventBook(record));
    },
    get notes() {
      return lazily('notes', () => createNoteBook(record));
    },
    get health() {
      return lazily('health', () => createHealth(record));
    },
    get garage() {
      return lazily('garage', () => createGarage(record));
    },
    get settings() {
      return lazily('settings', () => startingSettings(record));
    },
  };
  return record;
}
