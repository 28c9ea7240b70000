import { day, Failure, noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noteResult, noteTexts } from '../../answers/note-write.ts';
import { noteDiff, noteOf, notePatch, shownNote } from '../../domain/calendar/note.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_create_note',
  title: 'Write a note',
  toolset: 'calendar',
  effect: 'create',
  userText: noteTexts,
  description: 'Puts a note on the calendar; athlete and coach both see it.',
  input: z.object({ date: day, title: z.string().min(1).max(200), description: z.optional(z.string().max(4000)) }),
  output: noteResult,
  examples: [{ date: '2026-12-02', title: 'Travel', description: 'Late flight, keep it short.' }],
  handler: async (ctx, { date, title, description = '' }) => {
    const athlete = await ctx.athlete();
    const onDay = async () => (await ctx.port.notes.list({ athlete: athlete.id, oldest: date, newest: date })).items;
    const before = await onDay();
    const isSame = (note: (typeof before)[number]) => note.title === title && (note.description ?? '') === description;
    const same = before.find(isSame);
    if (same !== undefined) {
      return { written: false, note: shownNote(same), ...noted('This note is already there; nothing was written.') };
    }
    const body = { athleteId: Number(athlete.id), ...notePatch({ date, title, description }) };
    await ctx.confirm({
      summary: `Write note "${title}" on ${date}${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff: noteDiff(undefined, noteOf({ ...body, id: '0' })),
      day: date,
    });
    const created = await ctx.port.notes.create({ athlete: athlete.id, body });
    const id = created.calendarNoteId ?? created.id;
    const found = await orUndefined(onDay());
    if (found === undefined) {
      const { note_id: _none, ...note } = shownNote(noteOf({ ...body, id: '0' }));
      return { note: { ...(id !== null && { note_id: id }), ...note }, ...noted(NOT_READ_BACK) };
    }
    const stored = found.find((note) => note.id === id || (!before.some((old) => old.id === note.id) && isSame(note)));
    if (stored !== undefined) return { note: shownNote(stored) };
    throw new Failure('ambiguous_write', 'TrainingPeaks accepted the note, but the day does not hold it', {
      next: 'look at tp_list_notes before writing it again',
    });
  },
});
