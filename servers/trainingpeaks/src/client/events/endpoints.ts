import { endpoint, path } from '@core/mcp-kit/http';
import { type EventBody, wireEvents, wireMaybeEvent, wireNewEvent } from './wire.ts';

interface OfAthlete {
  readonly athlete: string;
}

/** Any number of years at once; there is no call for one event by its id. */
export const listEvents = endpoint<OfAthlete & { oldest: string; newest: string }>()({
  method: 'GET',
  path: ({ athlete, oldest, newest }) => path`fitness/v6/athletes/${athlete}/events/${oldest}/${newest}`,
  response: wireEvents,
  cacheSeconds: 60,
});

/** The same, never from the cache: an event is put back whole, and would undo what somebody changed meanwhile. */
const listEventsNow = { ...listEvents, cacheSeconds: 0 };

/** The A race; 404 or an empty body when there is none. */
export const focusEvent = endpoint<OfAthlete>()({
  method: 'GET',
  path: ({ athlete }) => path`fitness/v6/athletes/${athlete}/events/focusevent`,
  response: wireMaybeEvent,
  cacheSeconds: 60,
});

export const nextEvent = endpoint<OfAthlete>()({
  method: 'GET',
  path: ({ athlete }) => path`fitness/v6/athletes/${athlete}/events/nextplannedevent`,
  response: wireMaybeEvent,
  cacheSeconds: 60,
});

/** Singular: the plural path answers 500. */
export const createEvent = endpoint<OfAthlete & { event: EventBody }>()({
  method: 'POST',
  path: ({ athlete }) => path`fitness/v6/athletes/${athlete}/event`,
  body: ({ event }) => event,
  response: wireNewEvent,
});

/** Replaces the whole event; its id is in the body. */
export const updateEvent = endpoint<OfAthlete & { event: EventBody }>()({
  method: 'PUT',
  path: ({ athlete }) => path`fitness/v6/athletes/${athlete}/event`,
  body: ({ event }) => event,
  response: 'none',
});

export const deleteEvent = endpoint<OfAthlete & { event: string }>()({
  method: 'DELETE',
  path: ({ athlete, event }) => path`fitness/v6/athletes/${athlete}/event/${event}`,
  response: 'none',
});

export const eventEndpoints = {
  list: listEvents,
  listNow: listEventsNow,
  focus: focusEvent,
  next: nextEvent,
  create: createEvent,
  update: updateEvent,
  remove: deleteEvent,
};
