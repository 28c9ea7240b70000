import { answered, endpoint, path } from '@core/mcp-kit/http';
import { activityRowFields, wireActivity, wireActivityHit, wireActivityRow } from '../wire/activity.ts';
import { rows } from '../wire/blocks.ts';
import { wireIntervals } from '../wire/interval.ts';
import { wireBestEfforts, wireStream } from '../wire/stream.ts';

export interface ActivityWindow {
  readonly athlete: string;
  /** First and last local day, both inclusive. */
  readonly oldest: string;
  readonly newest: string;
}

/** Activities of a window, newest first; Strava ones are stubs. */
export const listActivities = endpoint<ActivityWindow>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activities`,
  query: ({ oldest, newest }) => ({
    oldest: `${oldest}T00:00:00`,
    newest: `${newest}T23:59:59`,
    fields: activityRowFields.join(','),
  }),
  response: rows(wireActivityRow),
  cacheSeconds: 60,
});

/** By a part of the name, or with `#tag` by a whole tag; all of history, newest first. */
export const searchActivities = endpoint<{ athlete: string; query: string; limit: number }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activities/search`,
  query: ({ query, limit }) => ({ q: query, limit }),
  response: rows(wireActivityHit),
  cacheSeconds: 60,
});

export const getActivity = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}`,
  response: wireActivity,
  cacheSeconds: 300,
});

/** The same for a tool that changes it. */
export const getActivityToChange: typeof getActivity = { ...getActivity, anewForWrites: true };

/** Several of one athlete at once, each then known by its id; what cannot be shown is left out in silence. */
export const getActivities = endpoint<{ owner: string; activities: readonly string[] }>()({
  method: 'GET',
  path: ({ owner, activities }) => path`athlete/${owner}/activities/${activities.join(',')}`,
  response: rows(wireActivity),
  cacheSeconds: 300,
  alsoAnswers: ({ items }) => items.map((activity) => answered(getActivity, { activity: activity.id }, activity)),
});

export const getIntervals = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/intervals`,
  response: wireIntervals,
  cacheSeconds: 300,
  anewForWrites: true,
});

/** The answer's order is not the order asked for, and types the activity lacks are left out. */
export const getStreams = endpoint<{ activity: string; types: readonly string[] }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/streams.json`,
  query: ({ types }) => ({ types: types.join(',') }),
  response: rows(wireStream),
  cacheSeconds: 600,
  anewForWrites: true,
});

export interface BestEffortQuery {
  readonly activity: string;
  readonly stream: string;
  /** Seconds; exactly one of `duration` and `distance` (metres) is given. */
  readonly duration?: number;
  readonly distance?: number;
  readonly count: number;
}

export const getBestEfforts = endpoint<BestEffortQuery>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/best-efforts`,
  query: ({ stream, duration, distance, count }) => ({ stream, duration, distance, count }),
  response: wireBestEfforts,
  cacheSeconds: 600,
});
