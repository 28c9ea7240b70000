import type { Recording, Session } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import { offsetTime } from '../shape/refusal.ts';
import { factsOf, typeOf } from './facts.ts';
import { heavyRide } from './heavy.ts';
import type { StoredActivity } from './stored.ts';
import { type Summary, summarize } from './summary.ts';

const FIRST_NATIVE_ID = 89_000_000;
const FIRST_STRAVA_ID = 19_000_000_000;
const IDS_PER_ATHLETE = 100_000;
const FIRST_CREATED = 50_000;

/** One athlete's activities, newest first. */
export interface ActivityShelf {
  list(): readonly StoredActivity[];
  find(id: string): StoredActivity | undefined;
  add(activity: Omit<StoredActivity, 'id' | 'created' | 'patch' | 'drawn' | 'streams'>): StoredActivity;
  remove(id: string): void;
  /** Marks an activity as written, so that what is derived from it is computed again. */
  touch(activity: StoredActivity): void;
  recording(activity: StoredActivity): Recording | undefined;
  summary(activity: StoredActivity): Summary;
  /** The load that counts, whole points. */
  load(activity: StoredActivity): number;
  /** The sport in the service's words. */
  type(activity: StoredActivity): string;
  /** Ids that were deleted and block a second sync until forgiven. */
  readonly tombstones: Map<string, { hash: string | undefined }>;
  /** Goes up with every change. */
  readonly version: number;
}

/** Which athlete's shelf an id can be on; undefined for ids of another form. */
export function shelfNumber(id: string): number | undefined {
  const native = /^i(\d{8})$/.exec(id);
  if (native) return Math.floor((Number(native[1]) - FIRST_NATIVE_ID) / IDS_PER_ATHLETE);
  const strava = /^(\d{11})$/.exec(id);
  return strava ? Math.floor((Number(strava[1]) - FIRST_STRAVA_ID) / IDS_PER_ATHLETE) : undefined;
}

export function createShelf(record: AthleteRecord): ActivityShelf {
  const base = record.number * IDS_PER_ATHLETE;
  const sessions = record.heavy ? [...record.simulated.sessions, heavyRide(record)] : record.simulated.sessions;
  let list = sessions.map((session) => fromSession(session, base)).sort(newestFirst);
  let byId = new Map(list.map((activity) => [activity.id, activity]));
  const summaries = new Map<string, Summary>();
  let created = 0;
  let version = 0;
  const shelf: ActivityShelf = {
    list: () => list,
    type: typeOf,
    find: (id) => byId.get(id),
    tombstones: new Map(),
    get version() {
      return version;
    },
    add(values) {
      const id = `i${FIRST_NATIVE_ID + base + FIRST_CREATED + created}`;
      created += 1;
      version += 1;
      const activity: StoredActivity = {
        ...values,
        id,
        created: offsetTime(record.clock.now()),
        patch: {},
        drawn: undefined,
        streams: new Map(),
      };
      list = [...list, activity].sort(newestFirst);
      byId.set(id, activity);
      return activity;
    },
    remove(id) {
      const gone = byId.get(id);
      const hash = gone?.origin.kind === 'file' ? gone.origin.hash : undefined;
      shelf.tombstones.set(id, { hash });
      list = list.filter((activity) => activity.id !== id);
      byId = new Map(list.map((activity) => [activity.id, activity]));
      version += 1;
    },
    touch(activity) {
      summaries.delete(activity.id);
      version += 1;
    },
    recording(activity) {
      if (activity.origin.kind === 'session') return record.simulated.recording(activity.origin.session);
      return activity.origin.kind === 'file' ? activity.origin.recording : undefined;
    },
    summary(activity) {
      const known = summaries.get(activity.id) ?? summaryOf(record, activity, () => shelf.recording(activity));
      summaries.set(activity.id, known);
      return known;
    },
    load(activity) {
      const written = activity.patch.icu_training_load;
      if (typeof written === 'number') return written;
      const plain = activity.origin.kind === 'session' && activity.patch.icu_ftp === undefined;
      if (plain) return record.simulated.loads((activity.origin as { session: Session }).session).counted;
      const load = shelf.summary(activity).icu_training_load;
      return typeof load === 'number' ? load : 0;
    },
  };
  return shelf;
}

/** A recorded session is measured once for all accounts of its person that look at it with the same settings. */
function summaryOf(record: AthleteRecord, activity: StoredActivity, recording: () => Recording | undefined): Summary {
  if (activity.origin.kind !== 'session') return summarize(record, activity, recording());
  const { id, patch, drawn } = activity;
  const key = JSON.stringify([id, factsOf(record, activity), patch, drawn]);
  const known = record.person.summaries.get(key) ?? Object.freeze(summarize(record, activity, recording()));
  record.person.summaries.set(key, known);
  return known;
}

function newestFirst(a: StoredActivity, b: StoredActivity): number {
  if (a.startLocal !== b.startLocal) return a.startLocal < b.startLocal ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function fromSession(session: Session, base: number): StoredActivity {
  const strava = session.source === 'strava';
  return {
    id: strava ? String(FIRST_STRAVA_ID + base + session.index) : `i${FIRST_NATIVE_ID + base + session.index}`,
    startLocal: session.startLocal,
    origin: { kind: 'session', session },
    source: SOURCE_NAMES[session.source],
    created: `${session.day}T20:12:05.306+00:00`,
    patch: {},
    drawn: undefined,
    streams: new Map(),
  };
}

const SOURCE_NAMES = {
  garmin: 'GARMIN_CONNECT',
  zwift: 'ZWIFT',
  strava: 'STRAVA',
  manual: 'MANUAL',
  upload: 'UPLOAD',
} as const;
