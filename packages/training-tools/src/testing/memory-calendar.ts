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
export function memoryWriter({ kept }: Memory, count: Count): CalendarWriter {
  const written = new Map<string, string>();
  const add = (name: string, { id }: Who, key: string) => {
    const of = `${id} ${key}`;
    if (!written.has(of)) written.set(of, `w${written.size + 1}`);
    return count(name, written.get(of)!);
  };
  return {
    addSession: async (who, _draft, key) => {
      const id = await add('calendar.addSession', who, key);
      const what = kept[who.id] ?? [];
      if (what !== 'lost') return { id, differs: what === 'unreadable' ? null : what };
      throw new Failure('ambiguous_write', 'The answer was lost', { next: 'look at the calendar' });
    },
    addNote: (who, _draft, key) => add('calendar.addNote', who, key),
    find: (who, _draft, key) => count('calendar.find', written.get(`${who.id} ${key}`) ?? null),
  };
}
