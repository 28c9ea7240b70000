import { addDays, type FieldChange } from '@core/mcp-kit';
import type { EventBody, WireEvent } from '../../client/wire/event.ts';
import { recorded } from '../recorded.ts';
import { eventDay, lastDay } from './event.ts';

/** A note as a caller sees it; days are inclusive. */
export interface Note {
  readonly date: string;
  readonly last_day: string;
  readonly name: string;
  readonly text: string;
}

/** The note that an entry holds. */
export function noteOf(event: WireEvent): Note {
  const date = eventDay(event) ?? '';
  return { date, last_day: lastDay(event) ?? date, name: event.name ?? '', text: event.description ?? '' };
}

/** What a note looks like in an answer. */
export function shownNote(event: WireEvent): Record<string, unknown> {
  const { date, last_day, name, text } = noteOf(event);
  return recorded({
    event_id: event.id,
    date,
    last_day: last_day === date ? null : last_day,
    name,
    text: text === '' ? null : text,
  });
}

/** The fields that differ, before and after. */
export function noteDiff(before: Note | undefined, after: Note): FieldChange[] {
  return (['date', 'last_day', 'name', 'text'] as const)
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] }))
    .filter((change) => change.before !== change.after)
    .filter(
      ({ field, before, after: value }) =>
        !(before === null && (value === '' || (field === 'last_day' && value === after.date))),
    );
}

/** The wire's keys for the fields of a diff. The service wants full date-times, and an end that is the midnight after. */
export function noteBody(note: Note, fields: ReadonlySet<string>): EventBody {
  const days = fields.has('date') || fields.has('last_day');
  return {
    ...(days && {
      start_date_local: `${note.date}T00:00:00`,
      end_date_local: `${addDays(note.last_day, 1)}T00:00:00`,
    }),
    ...(fields.has('name') && { name: note.name }),
    ...(fields.has('text') && { description: note.text }),
  };
}
