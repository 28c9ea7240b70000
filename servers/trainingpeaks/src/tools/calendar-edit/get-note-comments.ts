import { noted, notesShape, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { commentColumns, commentRow } from '../../domain/calendar/note.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_note_comments',
  title: 'Comments of a note',
  toolset: 'calendar-edit',
  effect: 'read',
  userText: ['comment', 'from'],
  description: 'The thread under a calendar note.',
  input: z.object({ note_id: numericId }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ note_id: '39000003' }],
  handler: async (ctx, { note_id }) => {
    const athlete = await ctx.athlete();
    const { items, skipped } = await ctx.port.notes.comments({ athlete: athlete.id, note: note_id });
    return {
      ...toRows(items.map(commentRow), commentColumns),
      ...noted(...(items.length === 0 ? ['No comments yet.'] : []), ...skippedNote(skipped, 'comments')),
    };
  },
});
