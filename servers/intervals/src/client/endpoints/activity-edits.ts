import { endpoint, path } from '@core/mcp-kit/http';
import { type ActivityBody, wireActivity, wireActivityRow } from '../wire/activity.ts';
import { rows } from '../wire/blocks.ts';

/** Sparse: only the keys of `patch` change; -1 clears a number. Strava activities are refused. */
export const update = endpoint<{ activity: string; patch: ActivityBody }>()({
  method: 'PUT',
  path: ({ activity }) => path`activity/${activity}`,
  body: ({ patch }) => patch,
  response: wireActivity,
});

/** Leaves a tombstone: the same file or a synchronisation does not bring it back. */
export const remove = endpoint<{ activity: string }>()({
  method: 'DELETE',
  path: ({ activity }) => path`activity/${activity}`,
  response: 'none',
});

/** Lets a deleted activity be uploaded or synchronised again. */
export const removeTombstone = endpoint<{ activity: string }>()({
  method: 'DELETE',
  path: ({ activity }) => path`activity/${activity}/tombstone`,
  response: 'none',
});

/** Activities without a file; a known `external_id` changes the one that has it. */
export const createManual = endpoint<{ athlete: string; activities: readonly ActivityBody[] }>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/activities/manual/bulk`,
  body: ({ activities }) => activities,
  response: rows(wireActivityRow),
});

/** Neighbours in time, nearest first. */
export const around = endpoint<{ athlete: string; activity: string; limit: number; route?: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activities-around`,
  query: ({ activity, limit, route }) => ({ activity_id: activity, limit, route_id: route }),
  response: rows(wireActivityRow),
  cacheSeconds: 60,
});

export const searchFull = endpoint<{ athlete: string; query: string; limit: number }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activities/search-full`,
  query: ({ query, limit }) => ({ q: query, limit }),
  response: rows(wireActivityRow),
  cacheSeconds: 60,
});
