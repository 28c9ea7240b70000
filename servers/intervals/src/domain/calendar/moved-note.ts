import { addDays, daysBetween } from '@core/mcp-kit';
import type { Note } from './note.ts';

/** A note with what an edit names. Moving the first day alone keeps the length. */
export function movedNote(note: Note, edit: { readonly [Field in keyof Note]?: Note[Field] | undefined }): Note {
  const date = edit.date ?? note.date;
  const length = daysBetween(note.date, note.last_day);
  return {
    date,
    last_day: edit.last_day ?? (edit.date === undefined ? note.last_day : addDays(date, length)),
    name: edit.name ?? note.name,
    text: edit.text ?? note.text,
  };
}
