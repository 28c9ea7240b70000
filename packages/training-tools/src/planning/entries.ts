import { recorded } from '../answer/notes.ts';
import type { CalendarEntry, PlannedSession, Race } from '../ports/index.ts';

/** Whether an entry is something to be done. */
export function isSession(entry: CalendarEntry): entry is PlannedSession | Race {
  return entry.kind === 'session' || entry.kind === 'race';
}

/** A calendar entry in a line; its numbers are planned ones. */
export function entryLine(entry: CalendarEntry, today: string): Record<string, unknown> {
  const { id, day, kind, name } = entry;
  const what = { id, date: day, when: day === today ? 'today' : null, kind, name };
  if (!isSession(entry))
    return recorded({ ...what, ...(entry.kind === 'unavailable' && { reason: entry.reason, until: entry.lastDay }) });
  return recorded({
    ...what,
    sport: entry.sport,
    planned_time_s: entry.plannedS,
    planned_distance_km: entry.plannedDistanceM === null ? null : entry.plannedDistanceM / 1000,
    planned_load: entry.plannedLoad,
    done_activity_id: entry.doneId,
    priority: entry.kind === 'race' ? entry.priority : null,
  });
}
