import { Failure } from '@core/mcp-kit';
import { type Activity, type ActivitySource, deviceLaps, type Recording, type SportFamily } from '@core/training-tools';
import type { RatedRide } from '../domain/load/rated-rides.ts';
import { rideLoad } from '../domain/load/ride-load.ts';
import type { DecodedRide } from '../domain/ride/decode.ts';
import type { RideFigures } from '../domain/ride/derivatives.ts';
import { localStart } from '../domain/ride/quantities.ts';
import { thresholdsOnRide } from '../domain/ride/thresholds-on-ride.ts';
import { thresholdsOf } from '../domain/thresholds.ts';
import type { Port } from '../port.ts';
import { windowRides } from './window-rides.ts';

/** Rides of iGPSport, rated by us from their FIT files through the local store: the service tells no load. */
export function activitySource(port: Port): ActivitySource {
  return {
    loadsBy: 'own',
    list: async (_who, range, options) => {
      const { rides, unreadable } = await windowRides(port)(range, options);
      return { items: rides.map(lineOf), skipped: unreadable > 0 ? { 'cannot be read': unreadable } : {} };
    },
    get: (_who, id) => one(port, id),
    recording: async (_who, id) => recordingOf(await port.rides.read(id)),
  };
}

/** One ride by its file, rated against the thresholds of its day. */
async function one(port: Port, id: string): Promise<Activity> {
  const [outcome, detail, training] = await Promise.all([
    port.rides.derive(id),
    port.activities.detail({ ride: id }),
    port.profile.training(),
  ]);
  if (outcome.state === 'failed') throw outcome.failure;
  if (outcome.state !== 'done') throw new Failure('timeout', `Ride ${id} was not read in time`, { next: 'call again' });
  const { derived } = outcome;
  const today = thresholdsOf(training, port.thresholdSettings);
  const { runLthr } = training.member;
  const used = thresholdsOnRide({ derived, detail, today, runLthr });
  const start = localStart(derived)?.slice(0, 16) ?? '';
  return measured({ id, day: start.slice(0, 10), start, name: detail.title }, derived, rideLoad(derived, used), used);
}

function lineOf({ id, day, load, ftp, ftpSource, row, derived }: RatedRide): Activity {
  const start = derived === null ? null : localStart(derived)?.slice(0, 16);
  if (derived !== null)
    return measured({ id, day, start: start ?? day, name: row.title }, derived, load, { ftp, ftpSource });
  return {
    ...nothing,
    id,
    day,
    start: row.startTime ?? day,
    sport: row.exerciseType === 0 ? 'cycling' : null,
    family: row.exerciseType === 0 ? 'ride' : 'other',
    name: row.title,
    movingS: row.totalMovingTime ?? row.recordTime,
    distanceM: row.rideDistance,
    ascentM: row.totalAscent,
    hidden:
      'notTried' in load ? 'not read in time: the same call goes on there' : 'reason' in load ? load.reason : null,
  };
}

const nothing = {
  load: null,
  intensity: null,
  averageW: null,
  normalizedW: null,
  averageBpm: null,
  rpe1to10: null,
  feel: null,
  race: false,
  indoor: null,
  plannedId: null,
  hidden: null,
} as const;

function measured(
  about: Pick<Activity, 'id' | 'day' | 'start' | 'name'>,
  derived: RideFigures,
  load: RatedRide['load'],
  { ftp, ftpSource }: { readonly ftp: number | null; readonly ftpSource: string | null },
): Activity {
  const { power, heartRate, sport } = derived;
  const np = power?.normalizedW ?? null;
  const family = familyOf(sport);
  // Today's FTP of the profile says little of another day.
  const estimated = 'method' in load && (load.method === 'heart_rate' || ftpSource === 'profile');
  return {
    ...nothing,
    ...about,
    sport,
    family,
    movingS: derived.timerS,
    distanceM: derived.distanceM,
    ascentM: derived.ascentM,
    load: load.load === null ? null : { points: load.load, estimated },
    intensity: family === 'ride' && np !== null && ftp !== null ? np / ftp : null,
    averageW: power?.averageW ?? null,
    normalizedW: np,
    averageBpm: heartRate?.averageBpm ?? null,
  };
}

function familyOf(sport: string | null): SportFamily {
  if (sport === 'running') return 'run';
  if (sport === 'swimming') return 'swim';
  return sport === null || sport === 'cycling' || sport === 'e_biking' ? 'ride' : 'other';
}

function recordingOf({ activity, grid }: DecodedRide): Recording {
  const laps = deviceLaps(activity.laps, activity.samples.startMs ?? grid.startMs, grid.seconds);
  const damage = [...new Set(activity.problems.map(({ kind }) => kind))];
  return { samples: activity.samples, laps, lapSource: laps.length > 0 ? 'device' : null, damage };
}
