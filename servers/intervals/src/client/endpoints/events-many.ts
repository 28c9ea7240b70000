import { endpoint, path } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { number, optionalId, rows } from '../wire/blocks.ts';
import { type EventBody, wireEvent } from '../wire/event.ts';
import { wireSharedEvent } from '../wire/shared-event.ts';

/** Creates many, or with the same `external_id` replaces: the call can be repeated without doubling anything. */
export const upsertEvents = endpoint<{ athlete: string; events: readonly EventBody[] }>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/events/bulk`,
  query: () => ({ upsert: true }),
  body: ({ events }) => events,
  response: rows(wireEvent),
});

/** By id; what is not there is passed over. */
export const deleteEvents = endpoint<{ athlete: string; events: readonly string[] }>()({
  method: 'PUT',
  path: ({ athlete }) => path`athlete/${athlete}/events/bulk-delete`,
  body: ({ events }) => events.map((id) => ({ id: Number(id) })),
  response: z.object({ eventsDeleted: number }),
});

/** Copies some weeks later. The copies carry no `external_id`: a repeated call copies again. */
export const duplicateEvents = endpoint<{
  athlete: string;
  events: readonly string[];
  copies: number;
  weeks: number;
}>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/duplicate-events`,
  body: ({ events, copies, weeks }) => ({ eventIds: events.map(Number), numCopies: copies, weeksBetween: weeks }),
  response: rows(wireEvent),
});

/** Makes a typed-in activity that looks like the plan and is paired with it. */
export const markEventDone = endpoint<{ athlete: string; event: string }>()({
  method: 'POST',
  path: ({ athlete, event }) => path`athlete/${athlete}/events/${event}/mark-done`,
  response: z.object({ id: optionalId, moving_time: number, icu_training_load: number }),
});

/** Visibility and lock of everything in a range; nothing else can be changed for a range. */
export const updateEventRange = endpoint<{
  athlete: string;
  oldest: string;
  newest: string;
  patch: { readonly hide_from_athlete?: boolean; readonly athlete_cannot_edit?: boolean };
}>()({
  method: 'PUT',
  path: ({ athlete }) => path`athlete/${athlete}/events`,
  query: ({ oldest, newest }) => ({ oldest, newest }),
  body: ({ patch }) => patch,
  response: rows(wireEvent),
});

export type WorkoutFormat = 'fit' | 'zwo' | 'mrc' | 'erg';

/** One planned workout as a file for a device or a trainer. */
export const downloadEvent = endpoint<{ athlete: string; event: string; format: WorkoutFormat }>()({
  method: 'GET',
  path: ({ athlete, event, format }) => path`athlete/${athlete}/events/${event}/${`download.${format}`}`,
  response: 'bytes',
});

/** Every planned workout of a range, zipped. */
export const downloadEvents = endpoint<{ athlete: string; oldest: string; newest: string; format: WorkoutFormat }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/workouts.zip`,
  query: ({ oldest, newest, format }) => ({ oldest, newest, ext: format }),
  response: 'bytes',
});

/** A workout that need not be stored, as a file, with the thresholds of this athlete. */
export const convertWorkout = endpoint<{
  athlete: string;
  workout: Readonly<Record<string, unknown>>;
  format: WorkoutFormat;
}>()({
  method: 'POST',
  effect: 'read',
  path: ({ athlete, format }) => path`athlete/${athlete}/${`download-workout.${format}`}`,
  body: ({ workout }) => workout,
  response: 'bytes',
});

export const getSharedEvent = endpoint<{ event: string }>()({
  method: 'GET',
  path: ({ event }) => path`shared-event/${event}`,
  response: wireSharedEvent,
  cacheSeconds: 3600,
});
