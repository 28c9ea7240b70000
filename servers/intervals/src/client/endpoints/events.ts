import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../wire/blocks.ts';
import { type EventBody, wireEvent } from '../wire/event.ts';

export interface EventWindow {
  readonly athlete: string;
  /** First and last local day, both inclusive; the service's own default is today and the six days after. */
  readonly oldest: string;
  readonly newest: string;
  readonly categories?: readonly string[];
  /** Adds what each step means in watts, beats and metres per second for this athlete. */
  readonly resolve?: boolean;
}

export const listEvents = endpoint<EventWindow>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/events.json`,
  query: ({ oldest, newest, categories, resolve }) => ({
    oldest,
    newest,
    category: categories?.join(','),
    resolve: resolve === true ? true : undefined,
  }),
  response: rows(wireEvent),
  cacheSeconds: 30,
});

/** The same for a tool that changes what it lists. */
export const listEventsToChange: typeof listEvents = { ...listEvents, anewForWrites: true };

export const getEvent = endpoint<{ athlete: string; event: string }>()({
  method: 'GET',
  path: ({ athlete, event }) => path`athlete/${athlete}/events/${event}`,
  response: wireEvent,
  cacheSeconds: 30,
  anewForWrites: true,
});

/** Changes of the fitness model itself: FITNESS_DAYS, SET_FITNESS, SET_EFTP, oldest first. */
export const listFitnessModelEvents = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/fitness-model-events`,
  response: rows(wireEvent),
  cacheSeconds: 600,
});

/** Creates, or with the same `external_id` replaces: the call can be repeated without doubling anything. */
export const upsertEvent = endpoint<{ athlete: string; event: EventBody }>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/events/bulk`,
  query: () => ({ upsert: true }),
  body: ({ event }) => [event],
  response: rows(wireEvent),
});

/** Sparse: only the keys of `patch` change. */
export const updateEvent = endpoint<{ athlete: string; event: string; patch: EventBody }>()({
  method: 'PUT',
  path: ({ athlete, event }) => path`athlete/${athlete}/events/${event}`,
  body: ({ patch }) => patch,
  response: wireEvent,
});

/** One event only: `others` is never sent, because it also removes what was added together with this one. */
export const deleteEvent = endpoint<{ athlete: string; event: string }>()({
  method: 'DELETE',
  path: ({ athlete, event }) => path`athlete/${athlete}/events/${event}`,
  response: 'none',
});
