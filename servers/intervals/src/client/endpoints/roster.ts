import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../wire/blocks.ts';
import { wireRosterAthlete } from '../wire/roster.ts';

/** Everyone the key can see, with what a coach searches by. */
export const athletes = endpoint<Record<never, never>>()({
  method: 'GET',
  path: () => path`athletes`,
  response: rows(wireRosterAthlete),
  cacheSeconds: 300,
});
