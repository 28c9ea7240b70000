import { endpoint, path } from '@core/mcp-kit/http';
import { wireAthlete } from '../wire/athlete.ts';

/** The owner of the key. */
export const getMe = endpoint<Record<never, never>>()({
  method: 'GET',
  path: () => path`me`,
  response: wireAthlete,
  cacheSeconds: 600,
});
