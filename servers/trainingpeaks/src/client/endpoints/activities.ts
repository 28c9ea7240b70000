import { endpoint, path } from '@core/mcp-kit/http';
import { wireActivities } from '../wire/activity.ts';

/** Activities of a range of days, both ends included. */
export const listActivities = endpoint<{ oldest: string; newest: string }>()({
  method: 'GET',
  path: () => path`activities`,
  query: ({ oldest, newest }) => ({ oldest, newest }),
  response: wireActivities,
  cacheSeconds: 60,
});
