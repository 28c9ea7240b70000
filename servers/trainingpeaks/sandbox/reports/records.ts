import { addDays } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import type { StoredWorkout } from '../workouts/stored.ts';
import { classOf, type Peaks, peaksOf, type RecordSport, SPORT_OF_TYPE } from './peaks.ts';

/** How many places a list has; the length of the real one is not known. */
const PLACES = 10;

interface Entry {
  readonly workout: StoredWorkout;
  readonly value: number;
}

/** The best of a type between two days, best first: one place a workout. */
function ranked(record: AthleteRecord, sport: RecordSport, type: string, from: string, to: string): Entry[] {
  const entries: Entry[] = [];
  for (const workout of record.workouts.between(from, to)) {
    const value = peaks(record, workout, sport)?.[type];
    if (value !== undefined) entries.push({ workout, value });
  }
  return entries.sort((a, b) => b.value - a.value || a.workout.id - b.workout.id).slice(0, PLACES);
}

/** Undefined for other sports and without samples. */
function peaks(record: AthleteRecord, workout: StoredWorkout, sport: RecordSport): Peaks | undefined {
  if (SPORT_OF_TYPE.get(record.workouts.load(workout).type) !== sport) return undefined;
  const { session, upload } = workout;
  if (workout.samplesDeleted || (upload === undefined && session === undefined)) return undefined;
  if (upload) return peaksOf(upload, sport);
  if (session === undefined) return undefined;
  const { peaks: known, simulated } = record.person;
  const found = known.get(session.index) ?? peaksOf(simulated.recording(session), sport);
  known.set(session.index, found);
  return found;
}

export function recordRows(record: AthleteRecord, sport: RecordSport, type: string, from: string, to: string): Row[] {
  return ranked(record, sport, type, from, to).map(({ workout, value }, index) => {
    const row = record.workouts.row(workout);
    return {
      id: (workout.id % 1_000_000_000) * 100 + index,
      athleteId: record.id,
      workoutId: workout.id,
      workoutDate: row.workoutDay,
      workoutTypeId: row.workoutTypeValueId,
      workoutTitle: row.title,
      class: classOf(type),
      type,
      timeFrame: { name: 'Custom', startDate: `${from}T00:00:00`, endDate: `${to}T00:00:00` },
      value,
      rank: index + 1,
      invalid: false,
      eventName: null,
    };
  });
}

/** The places of one workout among everything, and among its own 90 days. */
export function placesOf(record: AthleteRecord, workout: StoredWorkout, timeFrame: 'object' | 'text'): Row[] {
  const sport = SPORT_OF_TYPE.get(record.workouts.load(workout).type);
  const own = sport && peaks(record, workout, sport);
  if (sport === undefined || own === undefined) return [];
  const places: Row[] = [];
  for (const [type, value] of Object.entries(own)) {
    for (const [name, from] of [
      ['All Time', '2000-01-01'],
      ['90 Days', addDays(workout.day, -90)],
    ] as const) {
      const rank = 1 + ranked(record, sport, type, from, workout.day).findIndex((each) => each.workout === workout);
      if (rank === 0) continue;
      places.push({ class: classOf(type), type, value, rank, timeFrame: timeFrame === 'text' ? name : { name } });
    }
  }
  return places;
}
