import type { CalendarEntry } from '../ports/index.ts';
import { isSession } from './entries.ts';

/** What on the calendar of a day does not go together, one sentence each. */
export function conflictsOn(entries: readonly CalendarEntry[], day: string): string[] {
  const open = entries
    .filter((entry) => isSession(entry) && entry.day === day && entry.doneId === null)
    .filter(isSession);
  const away = entries.filter((entry) => entry.kind === 'unavailable' && entry.day <= day && day <= entry.lastDay);
  const races = open.filter(({ kind }) => kind === 'race');
  const bySport = Map.groupBy(open, ({ family }) => family);
  return [
    ...away.flatMap((entry) =>
      entry.kind === 'unavailable' && open.length > 0
        ? [`${open.length} planned on ${day} although ${entry.reason} until ${entry.lastDay}.`]
        : [],
    ),
    ...(races.length > 0 && open.length > races.length
      ? [`Besides a race ${open.length - races.length} more planned on ${day}.`]
      : []),
    ...[...bySport].flatMap(([family, sessions]) =>
      sessions.length > 1 && races.length === 0
        ? [`${sessions.length} ${family} sessions planned on ${day}: possibly one twice.`]
        : [],
    ),
  ];
}
