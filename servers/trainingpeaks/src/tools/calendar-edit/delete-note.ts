import { Failure, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noteTexts } from '../../answers/note-write.ts';
import { shownNote } from '../../domain/calendar/note.ts';
import { versionOf } from '../../domain/version.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_delete_note',
  title: 'Delete a note',
  toolset: 'calendar-edit',
  effect: 'delete',
  userText: noteTexts,
  description: 'Deletes a calendar note with its comments for good.',
  input: z.object({ note_id: numericId }),
  output: z.object({ deleted: z.record(z.string(), z.unknown()), ...notesShape }),
  examples: [{ note_id: '39000003' }],
  handler: async (ctx, { note_id }) => {
    const athlete = await ctx.athlete();
    const note = await ctx.port.notes.get({ athlete: athlete.id, note: note_id });
    const { noteDate } = note;
    const comments = note.commentCount ?? 0;
    await ctx.confirm({
      summary: `Delete note "${note.title}" of ${noteDate}${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
      diff: [],
      notes: comments > 0 ? [`Its ${comments} comments go with it.`] : [],
      version: versionOf(note.whole),
      ...(noteDate !== null && { day: noteDate }),
    });
    await ctx.port.notes.remove({ athlete: athlete.id, note: note_id });
    const day = noteDate ?? (await ctx.today());
    const left = await orUndefined(ctx.port.notes.list({ athlete: athlete.id, oldest: day, newest: day }));
    if (left?.items.some(({ id }) => id === note.id)) {
      throw new Failure('upstream', 'TrainingPeaks confirmed the deletion, yet still lists the note', {
        next: 'look at tp_list_notes again in a minute',
      });
    }
    return { deleted: shownNote(note), ...(left === undefined && noted(NOT_READ_BACK)) };
  },
});
