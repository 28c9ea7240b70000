import { createHash } from 'node:crypto';
import {
  isRide,
  localTime,
  longRide,
  type Recording,
  type Session,
  type SimulatedAthlete,
} from '@core/sandbox/athlete';
import { readUpload } from '@core/sandbox/files';
import type { Person } from '../people.ts';
import { fitFile } from './fit-file.ts';
import { type Measures, measure } from './measures.ts';
import type { Ride } from './ride.ts';

/** The first id; both regions count from it, so that ids collide across them as they may in life. */
export const FIRST_RIDE_ID = 41_200_000;
const KEPT_FILES = 64;

/** One member's rides. */
export interface RideShelf {
  /** Newest first. */
  list(): readonly Ride[];
  find(rideId: string): Ride | undefined;
  byDocument(documentId: string): Ride | undefined;
  /** Takes in an uploaded file. Throws for one that is no FIT file. */
  add(fileName: string, bytes: Uint8Array): Ride;
  remove(rideId: number): void;
}

export function createShelf(person: Person, heavy: boolean): RideShelf {
  const { athlete } = person;
  const sessions = heavy
    ? [...everythingAsRides(athlete.sessions), twelveHours(athlete)]
    : athlete.sessions.filter(isShown);
  let rides: Ride[] = sessions.map((session) => fromSession(person, session)).sort(newestFirst);
  let added = 0;
  return {
    list: () => rides,
    find: (rideId) => rides.find((ride) => String(ride.rideId) === rideId),
    byDocument: (documentId) => rides.find((ride) => ride.documentId === documentId),
    add: (fileName, bytes) => {
      if (new TextDecoder().decode(bytes.subarray(8, 12)) !== '.FIT') throw new RangeError('not a FIT file');
      added += 1;
      const ride = fromFile(fileName, bytes, FIRST_RIDE_ID + 100_000 + added, athlete.profile.timeZone);
      rides = [...rides, ride].sort(newestFirst);
      return ride;
    },
    remove: (rideId) => {
      rides = rides.filter((ride) => ride.rideId !== rideId);
    },
  };
}

function isShown({ sport }: Session): boolean {
  return isRide(sport) || sport === 'run' || sport === 'trail-run';
}

/** For budgets: every day's session becomes a ride, so that three and a half years hold a thousand. */
function everythingAsRides(sessions: readonly Session[]): Session[] {
  const models = sessions.filter(({ sport }) => isRide(sport));
  return sessions.map((session, index) => {
    if (isRide(session.sport)) return session;
    const model = models[index % models.length] ?? session;
    const { day, startLocal, seed, index: own } = session;
    return { ...model, day, startLocal, seed, index: own };
  });
}

function twelveHours(athlete: SimulatedAthlete): Session {
  return longRide(athlete, {
    description: '',
    blocks: [{ repeat: 1, steps: [{ kind: 'steady', seconds: 43_200, low: 0.55, high: 0.6 }] }],
  });
}

function newestFirst(a: Ride, b: Ride): number {
  if (a.startLocal !== b.startLocal) return a.startLocal < b.startLocal ? 1 : -1;
  return b.rideId - a.rideId;
}

function documentIdOf(rideId: number): string {
  return createHash('sha256').update(`ride ${rideId}`).digest('hex').slice(0, 24);
}

function fromSession({ athlete, measures, laps, files }: Person, session: Session): Ride {
  const rideId = FIRST_RIDE_ID + session.index;
  return {
    rideId,
    documentId: documentIdOf(rideId),
    title: session.title,
    startLocal: session.startLocal,
    exerciseType: isRide(session.sport) ? 0 : 1,
    deviceName: session.device,
    ftp: athlete.season.ftpSettingOn(session.day),
    session,
    measures: () => {
      const known = measures.get(rideId) ?? measure(athlete.recording(session));
      measures.set(rideId, known);
      return known;
    },
    laps: () => {
      const known = laps.get(rideId) ?? lapsOf(athlete.recording(session));
      laps.set(rideId, known);
      return known;
    },
    fit: () => {
      const known = files.get(rideId) ?? fitFile(session, athlete.recording(session), athlete.profile.timeZone);
      files.delete(rideId);
      files.set(rideId, known);
      if (files.size > KEPT_FILES) files.delete(files.keys().next().value ?? -1);
      return known;
    },
  };
}

function lapsOf(recording: Recording): Measures[] {
  return recording.laps.map(({ startIndex, endIndex }) => measure(recording, startIndex, endIndex));
}

function fromFile(fileName: string, bytes: Uint8Array, rideId: number, timeZone: string): Ride {
  const [read] = readUpload(bytes);
  if (read === undefined) throw new RangeError('a file without an activity');
  const { recording, startMs, sport } = read;
  return {
    rideId,
    documentId: documentIdOf(rideId),
    title: fileName.replace(/\.fit$/i, ''),
    startLocal: localTime(new Date(startMs ?? 0), timeZone),
    exerciseType: sport === 'running' ? 1 : 0,
    deviceName: undefined,
    ftp: 200,
    session: undefined,
    measures: () => measure(recording),
    laps: () => [],
    fit: () => bytes,
  };
}
