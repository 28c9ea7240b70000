import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../wire/blocks.ts';
import { wireWellnessRow } from '../wire/wellness.ts';

/** Days in ascending order with every key, those of fields that the athlete added included. */
export const list = endpoint<{ athlete: string; oldest: string; newest: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/wellness.json`,
  query: ({ oldest, newest }) => ({ oldest, newest }),
  response: rows(wireWellnessRow),
  cacheSeconds: 60,
  anewForWrites: true,
});

/** Many days at once, each sparse with its day as `id`; the service answers nothing. */
export const update = endpoint<{ athlete: string; days: readonly Readonly<Record<string, unknown>>[] }>()({
  method: 'PUT',
  path: ({ athlete }) => path`athlete/${athlete}/wellness-bulk`,
  body: ({ days }) => days,
  response: 'none',
});
