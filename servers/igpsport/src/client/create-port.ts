import { type CallScope, Failure } from '@core/mcp-kit';
import { listActivities } from './activity-list.ts';
import { getActivityDetail, getActivityLaps } from './endpoints/activities.ts';
import { getStatisticsCn, getStatisticsIntl, getTrainingInfo, getUser } from './endpoints/profile.ts';
import {
  getOwnEfforts,
  getRanking,
  getSegment,
  getTopRecords,
  listCollectedSegments,
  listCreatedSegments,
} from './endpoints/segments.ts';
import { deleteWorkout, getWorkout, saveWorkout } from './endpoints/workouts.ts';
import type { Transport } from './http.ts';
import type { IgpsportPort } from './index.ts';
import { eachRideFile, rideFile } from './ride-files.ts';
import { uploadRide, uploadRoute } from './uploads.ts';
import { listWorkouts } from './workout-list.ts';

/** The port over one call's clients. */
export function createPort(
  { region, api, files, session, thresholdSettings, language }: Transport,
  scope: CallScope,
): IgpsportPort {
  const http = api.scoped(scope);
  const store = files.scoped(scope);
  const segments = (): typeof http => {
    if (region.segments) return http;
    throw new Failure('bad_input', 'Segments of iGPSport exist for accounts of the China region only', {
      next: 'do without segments: this account is in the region `intl`',
    });
  };
  const file = (ride: string): Promise<Uint8Array> => rideFile(http, store, ride);
  return {
    region,
    thresholdSettings,
    language,
    account: async () => (await session.login(scope.signal)).account,
    profile: {
      training: () => http.send(getTrainingInfo, {}),
      user: () => http.send(getUser, {}),
      statistics: (params) => http.send(region.id === 'cn' ? getStatisticsCn : getStatisticsIntl, params),
    },
    activities: {
      list: (window) => listActivities(http, region, window),
      detail: async (params) => (await http.send(getActivityDetail, params)) ?? nothing(`ride ${params.ride}`),
      laps: (params) => http.send(getActivityLaps, params),
      file: ({ ride }) => file(ride),
      eachFile: (rides, options) => eachRideFile(file, rides, options, scope),
      upload: (params) => uploadRide(http, store, params),
    },
    segments: {
      collected: async (params) => segments().send(listCollectedSegments, params),
      created: async (params) => segments().send(listCreatedSegments, params),
      get: async (params) => (await segments().send(getSegment, params)) ?? nothing(`segment ${params.segment}`),
      ownEfforts: async (params) => segments().send(getOwnEfforts, params),
      ranking: async (params) => segments().send(getRanking, params),
      topRecords: async (params) => segments().send(getTopRecords, params),
    },
    workouts: {
      list: () => listWorkouts(http, region),
      get: async (params) => (await http.send(getWorkout, params)) ?? nothing(`workout ${params.workout}`),
      save: async ({ course, id }) => {
        const saved = await http.send(saveWorkout, { course: id === undefined ? course : { ...course, id } });
        return saved.workoutId ?? id ?? unnamed();
      },
      remove: async (params) => {
        const answer = await http.send(deleteWorkout, params);
        if (answer === false) {
          throw new Failure('upstream', `iGPSport did not delete workout ${params.workout}`, {
            next: 'list the workouts to see whether it is still there; official ones cannot be deleted',
          });
        }
      },
    },
    routes: { upload: (params) => uploadRoute(http, store, params) },
  };
}

function nothing(what: string): never {
  throw new Failure('not_found', `iGPSport has no ${what}`, {
    next: 'list the objects to get a current id, then call again',
  });
}

function unnamed(): never {
  throw new Failure('ambiguous_write', 'iGPSport took the workout but gave no id for it', {
    next: 'list the workouts first: it is probably there; save it again only if it is not',
  });
}
