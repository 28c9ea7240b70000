import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../wire/blocks.ts';
import { type WellnessPatch, wireWellness } from '../wire/wellness.ts';

export interface DayRange {
  readonly athlete: string;
  readonly oldest: string;
  readonly newest: string;
}

/** Days in ascending order, future days included when the athlete lets plans count. */
export const listWellness = endpoint<DayRange>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/wellness.json`,
  query: ({ oldest, newest }) => ({ oldest, newest }),
  response: rows(wireWellness),
  cacheSeconds: 60,
});

/** The same for a tool that changes a day. */
export const listWellnessToChange: typeof listWellness = { ...listWellness, anewForWrites: true };

/** Sparse: keys that are not in `patch` stay. An unknown key is a 422; a `locked` day ignores the write silently. */
export const updateWellness = endpoint<{ athlete: string; day: string; patch: WellnessPatch }>()({
  method: 'PUT',
  path: ({ athlete, day }) => path`athlete/${athlete}/wellness/${day}`,
  body: ({ patch }) => patch,
  response: wireWellness,
});
