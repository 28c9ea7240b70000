import { endpoint, path } from '@core/mcp-kit/http';
import { ATL_DAYS, CTL_DAYS, wireAtp, wirePerformance, wireRecords, wireWorkoutRecords } from './wire.ts';

interface Window {
  readonly athlete: string;
  /** First and last local day, both inclusive. */
  readonly oldest: string;
  readonly newest: string;
}

/**
 * CTL, ATL and TSB by day. A POST that only reads. The first day already holds the athlete's earlier history, although the
 * start values are 0. No limit of 90 days.
 */
export const performance = endpoint<Window>()({
  method: 'POST',
  effect: 'read',
  path: ({ athlete, oldest, newest }) =>
    path`fitness/v1/athletes/${athlete}/reporting/performancedata/${oldest}/${newest}`,
  body: () => ({ atlConstant: ATL_DAYS, atlStart: 0, ctlConstant: CTL_DAYS, ctlStart: 0, workoutTypes: [] }),
  response: wirePerformance,
  cacheSeconds: 60,
});

/** Ranked bests of one type, best first; ten years at once are fine. */
export const records = endpoint<Window & { sport: 'Bike' | 'Run'; type: string }>()({
  method: 'GET',
  path: ({ athlete, sport }) => path`personalrecord/v2/athletes/${athlete}/${sport}`,
  query: ({ type, oldest, newest }) => ({
    prType: type,
    startDate: `${oldest}T00:00:00`,
    endDate: `${newest}T00:00:00`,
  }),
  response: wireRecords,
  cacheSeconds: 300,
});

export const workoutRecords = endpoint<{ athlete: string; workout: string }>()({
  method: 'GET',
  path: ({ athlete, workout }) => path`personalrecord/v2/athletes/${athlete}/workouts/${workout}`,
  query: () => ({ displayPeaksForBasic: true }),
  response: wireWorkoutRecords,
  cacheSeconds: 60,
});

/** Weeks of the annual training plan; nobody knows a call that writes them. */
export const atp = endpoint<Window>()({
  method: 'GET',
  path: ({ athlete, oldest, newest }) => path`fitness/v1/athletes/${athlete}/atp/${oldest}/${newest}`,
  response: wireAtp,
  cacheSeconds: 300,
});

export const reportEndpoints = { performance, records, workoutRecords, atp };
