import { endpoint, path } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { rows } from '../wire/blocks.ts';

/** The tags in use on activities, calendar entries (`event`) or workouts of the library. */
export const list = endpoint<{ athlete: string; of: 'activity' | 'event' | 'workout' }>()({
  method: 'GET',
  path: ({ athlete, of }) => path`athlete/${athlete}/${`${of}-tags`}`,
  response: rows(z.string()),
  cacheSeconds: 120,
});
