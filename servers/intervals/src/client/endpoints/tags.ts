import { endpoint, path } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { rows } from '../wire/blocks.ts';

interface Whose {
  readonly athlete: string;
}

/** Every tag ever used on activities. */
export const ofActivities = endpoint<Whose>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activity-tags`,
  response: rows(z.string()),
  cacheSeconds: 120,
});

export const ofEvents = endpoint<Whose>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/event-tags`,
  response: rows(z.string()),
  cacheSeconds: 120,
});

export const ofWorkouts = endpoint<Whose>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/workout-tags`,
  response: rows(z.string()),
  cacheSeconds: 120,
});
