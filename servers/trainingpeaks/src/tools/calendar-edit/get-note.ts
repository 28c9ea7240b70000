import * as z from '@core/mcp-kit/schema';
import { noteTexts } from '../../answers/note-write.ts';
import { shownNote } from '../../domain/calendar/note.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_note',
  title: 'One note',
  toolset: 'calendar-edit',
  effect: 'read',
  userText: noteTexts,
  description: 'One calendar note with its text.',
  input: z.object({ note_id: numericId }),
  output: z.object({ note: z.record(z.string(), z.unknown()) }),
  examples: [{ note_id: '39000003' }],
  handler: async (ctx, { note_id }) => {
    const athlete = await ctx.athlete();
    return { note: shownNote(await ctx.port.notes.get({ athlete: athlete.id, note: note_id })) };
  },
});
