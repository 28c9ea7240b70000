import { endpoint, path } from '@core/mcp-kit/http';
import { type GroupBody, wireCalculatedZones, wirePoolLengths, wireSettings, type ZoneMetric } from './wire.ts';

interface OfAthlete {
  readonly athlete: string;
}

export const getSettings = endpoint<OfAthlete>()({
  method: 'GET',
  path: ({ athlete }) => path`fitness/v1/athletes/${athlete}/settings`,
  response: wireSettings,
  cacheSeconds: 300,
});

/**
 * Replaces the groups of ALL sports of a metric: a group that is left out is gone. The bounds are stored as they come, a new
 * threshold alone moves none. Answers 204.
 */
export const replaceZones = endpoint<OfAthlete & { metric: ZoneMetric; groups: readonly GroupBody[] }>()({
  method: 'PUT',
  path: ({ athlete, metric }) => path`fitness/v2/athletes/${athlete}/${`${metric}zones`}`,
  body: ({ groups }) => groups,
  response: 'none',
});

export interface Calculation {
  /** The caller's user id, also for somebody else's zones. */
  readonly user: string;
  readonly metric: ZoneMetric;
  readonly method: number;
  /** W, bpm or m/s. */
  readonly threshold: number;
  readonly maxHr?: number | undefined;
  readonly restingHr?: number | undefined;
  /** Metres, for methods that start from a race. */
  readonly distance?: number | undefined;
}

/** Computes and stores nothing. A method that does not exist is answered with an error status. */
export const calculateZones = endpoint<Calculation>()({
  method: 'POST',
  effect: 'read',
  path: ({ user, metric, method }) => path`trainingzones/v1/users/${user}/${metric}/calculate/${method}`,
  body: ({ metric, method, threshold, maxHr, restingHr, distance }) => ({
    zoneType: method,
    ...(metric === 'power' && { LTPower: threshold }),
    ...(metric === 'heartrate' && { LTHR: threshold, maxHR: maxHr, restingHR: restingHr }),
    ...(metric === 'speed' && { speed: threshold, distance: distance ?? 0 }),
  }),
  response: wireCalculatedZones,
  cacheSeconds: 86_400,
  fixed: true,
});

export const poolLengths = endpoint<OfAthlete>()({
  method: 'GET',
  path: ({ athlete }) => path`fitness/v1/athletes/${athlete}/poollengthsettings`,
  response: wirePoolLengths,
  cacheSeconds: 600,
});

/** The same, never from the cache: zones and nutrition are put back whole. */
export const getSettingsNow = endpoint<OfAthlete>()({
  method: 'GET',
  path: ({ athlete }) => path`fitness/v1/athletes/${athlete}/settings`,
  response: wireSettings,
});

export const settingsEndpoints = {
  get: getSettings,
  getNow: getSettingsNow,
  replaceZones,
  calculateZones,
  poolLengths,
};
