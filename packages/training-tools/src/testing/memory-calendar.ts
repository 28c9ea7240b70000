import { Failure } from '@core/mcp-kit';
import type { CalendarEntry, CalendarWriter, Who } from '../ports/index.ts';
import type { Memory } from './memory.ts';

/** Counts a call of a port's function and gives its answer. */
export type Count = <T>(name: string, value: T) => Promise<T>;

/** The calendar of an athlete. */
export function entriesOf({ calendars, entries, closed }: Memory, { id }: Who): readonly CalendarEntry[] {
  if (closed.includes(id)) throw new Failure('forbidden', `${id} is closed`, { next: 'ask for another athlete' });
  return calendars[id] ?? entries;
}

/** Remembers by key what was written; it does not show in the lists. */
export function memoryWriter(_memory: Memory, count: Count): CalendarWriter {
  const written = new Map<string, string>();
  const add = (name: string) => (who: Who, _draft: unknown, key: string) => {
    const of = `${who.id} ${key}`;
    if (!written.has(of)) written.set(of, `w${written.size + 1}`);
    return count(name, written.get(of)!);
  };
  return {
    addSession: add('calendar.addSession'),
    addNote: add('calendar.addNote'),
    addUnavailable: add('calendar.addUnavailable'),
    find: (who, _draft, key) => count('calendar.find', written.get(`${who.id} ${key}`) ?? null),
    move: () => count('calendar.move', undefined),
    remove: () => count('calendar.remove', undefined),
  };
}
