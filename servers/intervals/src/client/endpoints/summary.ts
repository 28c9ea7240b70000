import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../wire/blocks.ts';
import { wireWeek } from '../wire/summary.ts';

interface Weeks {
  /** Who asks. */
  readonly athlete: string;
  readonly everyone: true;
  readonly oldest: string;
  readonly newest: string;
  readonly tags?: readonly string[];
}

/** Weeks newest first, of everyone whom the key can see; cut to the days asked for. */
export const weeks = endpoint<Weeks>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/athlete-summary.json`,
  query: ({ oldest, newest, tags }) => ({ start: oldest, end: newest, tags }),
  response: rows(wireWeek),
  cacheSeconds: 120,
});
