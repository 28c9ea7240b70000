import { addDays, LONG_RIDE_TITLE, type PlannedSession, type Recording, type Session } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import { longRide } from './long-ride.ts';
import { measuredOf, rowOf } from './row.ts';
import { seededWorkouts } from './seeded.ts';
import { IDS_OF_SPORT } from './sports.ts';
import type { StoredWorkout } from './stored.ts';
import { plannedLoad } from './structure.ts';

const FIRST_ID = 3_500_000_000;
const IDS_PER_ATHLETE = 1_000_000;
const FIRST_CREATED = 500_000;
/** Days of history of an account that is not heavy. */
const USUAL_DAYS = 730;

/** What a day's load is made of. */
export interface WorkoutLoad {
  readonly type: number;
  readonly actual: number | null;
  readonly planned: number | null;
  /** Hours done; the samples are looked at only when asked. */
  readonly hours: () => number | null;
  readonly hoursPlanned: number | null;
}

/** One athlete's calendar of workouts, oldest first. */
export interface WorkoutShelf {
  list(): readonly StoredWorkout[];
  between(from: string, to: string): StoredWorkout[];
  find(id: number): StoredWorkout | undefined;
  /** The row in the service's keys; changes to it stay. */
  row(workout: StoredWorkout): Row;
  add(row: Row): StoredWorkout;
  remove(id: number): void;
  recording(workout: StoredWorkout): Recording | undefined;
  /** Without making the row of a workout that nobody has read yet. */
  load(workout: StoredWorkout): WorkoutLoad;
}

/** Whose shelf an id is on. */
export function shelfNumber(id: number): number {
  return Math.floor((id - FIRST_ID) / IDS_PER_ATHLETE);
}

export function createShelf(record: AthleteRecord): WorkoutShelf {
  const base = FIRST_ID + record.number * IDS_PER_ATHLETE;
  let created = 0;
  const byId = new Map<number, StoredWorkout>();
  const shelf: WorkoutShelf = {
    list: () => [...byId.values()].sort(byDay),
    between: (from, to) => shelf.list().filter(({ day }) => day >= from && day <= to),
    find: (id) => byId.get(id),
    row: (workout) => {
      workout.row ??= rowOf(record, workout);
      return workout.row;
    },
    add(row) {
      const id = base + FIRST_CREATED + created;
      created += 1;
      const workout = bare(id, String(row.workoutDay).slice(0, 10));
      workout.row = { ...row, workoutId: id };
      byId.set(id, workout);
      return workout;
    },
    remove: (id) => byId.delete(id),
    recording({ session, upload, samplesDeleted }) {
      if (upload) return upload;
      return session && !samplesDeleted ? record.person.simulated.recording(session) : undefined;
    },
    load: (workout) => (workout.row ? loadOfRow(workout.row) : loadUnread(record, workout)),
  };
  inOrderOfIds(entries(record), record).forEach(({ session, planned }, index) => {
    const id = base + index;
    const day = session?.day ?? planned?.day ?? '';
    byId.set(id, { ...bare(id, day), session, planned, files: undefined });
  });
  for (const row of seededWorkouts(record)) shelf.add(row);
  return shelf;
}

function bare(id: number, day: string): StoredWorkout {
  return {
    id,
    day,
    session: undefined,
    planned: undefined,
    upload: undefined,
    row: undefined,
    files: [],
    attachments: [],
    note: undefined,
    importing: undefined,
    samplesDeleted: false,
  };
}

function byDay(a: StoredWorkout, b: StoredWorkout): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id;
}

interface Entry {
  readonly session: Session | undefined;
  readonly planned: PlannedSession | undefined;
}

/** What was done and what was planned; a plan and the session that fulfils it are one entry. */
function entries({ person, heavy }: AthleteRecord): Entry[] {
  const { planned } = person.simulated;
  const sessions = heavy ? [...person.simulated.sessions, longRide(person.simulated)] : person.simulated.sessions;
  const plans = new Map(planned.map((plan) => [plan.index, plan]));
  const done = sessions.map((session) => ({
    session,
    planned: session.plannedIndex === undefined ? undefined : plans.get(session.plannedIndex),
  }));
  const open = planned.filter((plan) => plan.sessionIndex === undefined);
  const all: Entry[] = [...done, ...open.map((plan) => ({ session: undefined, planned: plan }))];
  const when = ({ session, planned: plan }: Entry) => session?.startLocal ?? `${plan?.day}T23`;
  return all.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
}

/** What only a heavy account has comes last, so that the ids of the usual one stand for the same in both. */
function inOrderOfIds(all: readonly Entry[], { person, heavy }: AthleteRecord): Entry[] {
  if (!heavy) return [...all];
  const { today } = person.simulated;
  const first = addDays(today, -USUAL_DAYS);
  const [extra = [], usual = []] = [true, false].map((wanted) =>
    all.filter(({ session, planned }) => {
      const day = session?.day ?? planned?.day ?? '';
      return (day < first || session?.title === LONG_RIDE_TITLE) === wanted;
    }),
  );
  return [...usual, ...extra];
}

function loadOfRow(row: Row): WorkoutLoad {
  const number = (key: string) => (typeof row[key] === 'number' ? (row[key] as number) : null);
  return {
    type: Number(row.workoutTypeValueId),
    actual: number('tssActual'),
    planned: number('tssPlanned'),
    hours: () => number('totalTime'),
    hoursPlanned: number('totalTimePlanned'),
  };
}

function loadUnread(record: AthleteRecord, { session, planned }: StoredWorkout): WorkoutLoad {
  const { person } = record;
  const plan = planned?.workout && plannedLoad(planned.workout);
  const counted = session ? person.simulated.loads(session).counted : 0;
  const sport = session?.sport ?? planned?.sport ?? 'ride';
  return {
    type: IDS_OF_SPORT[sport].type,
    actual: counted > 0 ? counted : null,
    planned: plan?.tss ?? null,
    hours: () => (session ? measuredOf(record, session).seconds / 3600 : null),
    hoursPlanned: planned ? planned.durationS / 3600 : null,
  };
}
