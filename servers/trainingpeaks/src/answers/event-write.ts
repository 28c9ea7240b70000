import { type Athlete, addDays, Failure, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { WireEvent } from '../client/events/wire.ts';
import type { TrainingPeaksPort } from '../client/index.ts';
import { shownEvent } from '../domain/calendar/event.ts';

/** Output of the tools that write events. */
export const eventResult = z.object({
  written: z.optional(z.boolean()),
  event: z.record(z.string(), z.unknown()),
  changed: z.optional(z.array(z.unknown())),
  ...notesShape,
});

/** An event in the units of an athlete. */
export const presentEvent = (event: WireEvent, today: string, { units }: Pick<Athlete, 'units'>) =>
  present(shownEvent(event, today), units);

/**
 * One event by its id. The service has no call for that: the four years around today are looked through, then thirty.
 *
 * @throws Failure `not_found`.
 */
export async function findEvent(
  port: TrainingPeaksPort,
  athlete: string,
  id: string,
  today: string,
): Promise<WireEvent> {
  for (const days of [730, 5475]) {
    const window = { oldest: addDays(today, -days), newest: addDays(today, days) };
    const { items } = await port.events.listNow({ athlete, ...window });
    const found = items.find((event) => event.id === id);
    if (found !== undefined) return found;
  }
  throw new Failure('not_found', `The athlete has no event ${id} within 15 years of today`, {
    next: 'get a current id from tp_get_events',
  });
}

/** @throws Failure `blocked` where a coach locked it. */
export function refuseLockedEvent(event: WireEvent): void {
  if (event.isLocked !== true) return;
  throw new Failure('blocked', `The coach has locked event ${event.id}`, { next: 'tell the user to ask the coach' });
}
