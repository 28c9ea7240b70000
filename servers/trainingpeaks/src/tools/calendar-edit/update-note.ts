import { day, noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noteResult, noteTexts } from '../../answers/note-write.ts';
import { noteDiff, noteOf, notePatch, shownNote } from '../../domain/calendar/note.ts';
import { versionOf } from '../../domain/version.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_update_note',
  title: 'Change a note',
  toolset: 'calendar-edit',
  effect: 'update',
  userText: noteTexts,
  description: 'Changes, moves, or hides a calendar note from the athlete.',
  input: z.object({
    note_id: numericId,
    title: z.optional(z.string().min(1).max(200)),
    description: z.optional(z.string().max(4000)),
    date: z.optional(day),
    is_hidden: z.optional(z.boolean()),
  }),
  output: noteResult,
  examples: [{ note_id: '39000003', description: 'Moved to the afternoon.' }],
  handler: async (ctx, { note_id, ...edit }) => {
    const athlete = await ctx.athlete();
    const read = () => ctx.port.notes.get({ athlete: athlete.id, note: note_id });
    const note = await read();
    const body = { ...note.whole, ...notePatch(edit) };
    const wanted = noteOf(body);
    const diff = noteDiff(note, wanted);
    if (diff.length === 0) {
      return { written: false, note: shownNote(note), ...noted('Nothing to change: the note already is so.') };
    }
    await ctx.confirm({
      summary: `Change note "${note.title}" of ${note.noteDate}${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
      diff,
      version: versionOf(note.whole),
      ...(wanted.noteDate !== null && { day: wanted.noteDate }),
      seenByOthers: edit.is_hidden === false,
    });
    await ctx.port.notes.update({ athlete: athlete.id, note: note_id, body });
    const stored = await orUndefined(read());
    if (stored === undefined) return { note: shownNote(wanted), changed: diff, ...noted(NOT_READ_BACK) };
    const lost = noteDiff(stored, wanted).map(({ field }) => field);
    return {
      note: shownNote(stored),
      changed: diff,
      ...(lost.length > 0 && noted(`TrainingPeaks stored something else for: ${lost.join(', ')}.`)),
    };
  },
});
