import { Failure, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { WireEvent } from '../client/wire/event.ts';

/** Output of the tools that write a workout. */
export const writeResult = z.object({
  written: z.optional(z.boolean()),
  workout: z.record(z.string(), z.unknown()),
  changed: z.optional(z.array(z.unknown())),
  ...notesShape,
});

/** Output of the tools that write a note. */
export const noteResult = z.object({
  written: z.optional(z.boolean()),
  note: z.record(z.string(), z.unknown()),
  changed: z.optional(z.array(z.unknown())),
  ...notesShape,
});

/**
 * The entry that a write of one entry gave back.
 *
 * @throws Failure `ambiguous_write` when the service answered without it.
 */
export function theOne(events: readonly WireEvent[]): WireEvent {
  const [event] = events;
  if (event !== undefined) return event;
  throw new Failure('ambiguous_write', 'Intervals.icu accepted the entry and gave nothing back', {
    next: 'read the day with icu_get_calendar_events before sending it again',
  });
}

/**
 * Holds an entry against what a tool may touch.
 *
 * @throws Failure `bad_input` for another kind of entry, `blocked` where a coach locked it.
 */
export function requireEditable(event: WireEvent, categories: readonly string[], instead: string): void {
  if (event.category === null || !categories.includes(event.category)) {
    throw new Failure(
      'bad_input',
      `Event ${event.id} is a ${event.category ?? 'calendar entry'}, which this tool does not change`,
      { next: instead },
    );
  }
  if (event.athlete_cannot_edit === true) {
    throw new Failure('blocked', `The coach has locked event ${event.id}`, { next: 'tell the user to ask the coach' });
  }
}
