import { endpoint, path } from '@core/mcp-kit/http';
import { wireAthlete, wireProfile } from '../wire/athlete.ts';
import { rows } from '../wire/blocks.ts';

/** The athlete with sport settings. */
export const getProfile = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}`,
  response: wireProfile,
  cacheSeconds: 600,
});

/** Everyone the key can see, past any cache: for somebody who was added a minute ago. Refused for OAuth tokens. */
export const listAthletesNow = endpoint<Record<never, never>>()({
  method: 'GET',
  path: () => path`athletes`,
  response: rows(wireAthlete),
  cacheSeconds: 0,
});
