import { addDays, noted, notesShape, rowsShape, skippedNote, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { sortedByDay } from '../../domain/by-day.ts';
import { noteColumns, noteRow } from '../../domain/calendar/note.ts';
import { readPages } from '../../domain/pages.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_list_notes',
  title: 'Calendar notes',
  toolset: 'calendar',
  effect: 'read',
  paged: { limit: 40, max: 200 },
  userText: ['title', 'excerpt'],
  description: 'Notes on the calendar, four weeks around today by default. Whole: tp_get_note.',
  input: z.object({ oldest, newest }),
  output: z.object({ ...rowsShape, oldest: z.string(), newest: z.string(), ...notesShape }),
  examples: [{}],
  handler: async (ctx, given) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -14), newest: addDays(today, 13) }, 1100);
    const { items, skipped } = await readPages(
      window,
      (page) => ctx.port.notes.list({ athlete: athlete.id, ...page }),
      ({ id }) => id,
    );
    return {
      ...window,
      ...toRows(sortedByDay(items, ({ noteDate }) => noteDate).map(noteRow), noteColumns),
      ...noted(...(items.length === 0 ? ['No note in this window.'] : []), ...skippedNote(skipped, 'notes')),
    };
  },
});
