import { dayWithWeekday } from '@core/mcp-kit';
import type { WireEvent } from '../../client/wire/event.ts';
import { isSession } from './event.ts';

const blocking = ['HOLIDAY', 'SICK', 'INJURED'];

/** What else a day holds that a person planning a session would want to know, one sentence each. */
export function conflicts(events: readonly WireEvent[], ownId: string | undefined): string[] {
  return events.flatMap((event) => {
    if (event.id === ownId) return [];
    if (isSession(event)) return [`The day already holds ${describe(event)}.`];
    return blocking.includes(event.category ?? '') ? [`The day lies in ${describe(event)}.`] : [];
  });
}

/** That a day is past, for whoever plans there by mistake. */
export function pastNote(date: string, today: string): string[] {
  return date < today ? [`${dayWithWeekday(date)} is past: today is ${dayWithWeekday(today)}.`] : [];
}

function describe(event: WireEvent): string {
  const load = event.icu_training_load === null ? '' : `, load ${event.icu_training_load}`;
  return `"${(event.name ?? event.category ?? '').slice(0, 60)}" (${event.category}${load}, event ${event.id})`;
}
