import { endpoint, path } from '@core/mcp-kit/http';
import { activityRowFields, wireActivityRow } from '../wire/activity.ts';
import { rows } from '../wire/blocks.ts';
import { type RouteBody, wireRoute, wireSegment, wireSimilarity } from '../wire/route.ts';

interface OneRoute {
  readonly athlete: string;
  readonly route: string;
}

/** Every route with how often and when last. */
export const list = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/routes`,
  response: rows(wireRoute),
  cacheSeconds: 300,
});

export const get = endpoint<OneRoute>()({
  method: 'GET',
  path: ({ athlete, route }) => path`athlete/${athlete}/routes/${route}`,
  query: () => ({ includePath: false }),
  response: wireRoute,
  cacheSeconds: 300,
  anewForWrites: true,
});

export const similarity = endpoint<OneRoute & { other: string }>()({
  method: 'GET',
  path: ({ athlete, route, other }) => path`athlete/${athlete}/routes/${route}/similarity/${other}`,
  response: wireSimilarity,
  cacheSeconds: 600,
});

export const update = endpoint<OneRoute & { patch: RouteBody }>()({
  method: 'PUT',
  path: ({ athlete, route }) => path`athlete/${athlete}/routes/${route}`,
  body: ({ patch }) => patch,
  response: wireRoute,
});

/** Activities on a route since a day, newest first. */
export const activities = endpoint<OneRoute & { oldest: string; newest: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activities`,
  query: ({ route, oldest, newest }) => ({
    oldest: `${oldest}T00:00:00`,
    newest: `${newest}T23:59:59`,
    route_id: route,
    fields: activityRowFields.join(','),
  }),
  response: rows(wireActivityRow),
  cacheSeconds: 60,
});

export const segments = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/segments`,
  response: rows(wireSegment),
  cacheSeconds: 600,
});
