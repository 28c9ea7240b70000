import * as z from '@core/mcp-kit/schema';
import { day, flag, id, list, maybe, number, optionalId, rows, text, type Whole, whole } from '../blocks.ts';

/** A goal was seen with every key and no content: a number is taken where a text may be meant. */
const wish = z.pipe(
  z.optional(z.unknown()),
  z.transform((value: unknown) =>
    typeof value === 'number' ? String(value) : typeof value === 'string' ? value : null,
  ),
);

const goals = z.object({
  distance: wish,
  time: wish,
  place: wish,
  finish: flag,
  pr: flag,
  /** What an entry looks like was never seen. */
  written: list(z.unknown()),
});

/** A race or another dated goal. `personId` is the athlete. The unit of `distance` is not always said. */
const event = z.object({
  id,
  personId: optionalId,
  eventDate: day,
  name: text,
  eventType: text,
  description: text,
  comment: text,
  atpPriority: text,
  ctlTarget: number,
  distance: number,
  distanceUnits: text,
  isHidden: flag,
  isLocked: flag,
  goals: maybe(goals),
  results: list(z.object({ resultType: text, place: number, entrants: number })),
  legs: list(z.looseObject({})),
  workouts: list(id),
});

export const wireEvent = whole(event);

export type WireEvent = z.output<typeof wireEvent>;

export const wireEvents = rows(wireEvent);

/** An answer without a body says that there is none. */
export const wireMaybeEvent = maybe(wireEvent);

/** The new id, under either of its names. */
export const wireNewEvent = maybe(z.object({ id: optionalId, eventId: optionalId }));

export type EventBody = Whole;
