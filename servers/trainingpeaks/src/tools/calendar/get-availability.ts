import { addDays, noted, notesShape, rowsShape, skippedNote, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { sortedByDay } from '../../domain/by-day.ts';
import { blockColumns, blockRow } from '../../domain/calendar/availability.ts';
import { readPages } from '../../domain/pages.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_availability',
  title: 'Availability',
  toolset: 'calendar',
  effect: 'read',
  userText: ['description'],
  description: 'Days without training or with some sports only; eight weeks from today by default.',
  input: z.object({ oldest, newest }),
  output: z.object({ ...rowsShape, oldest: z.string(), newest: z.string(), ...notesShape }),
  examples: [{}],
  handler: async (ctx, given) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: today, newest: addDays(today, 55) }, 1100);
    const { items, skipped } = await readPages(
      window,
      (page) => ctx.port.availability.list({ athlete: athlete.id, ...page }),
      ({ id }) => id,
    );
    return {
      ...window,
      ...toRows(sortedByDay(items, ({ startDate }) => startDate).map(blockRow), blockColumns),
      ...noted(
        ...(items.length === 0 ? ['No limits in this window.'] : []),
        ...skippedNote(skipped, 'entries'),
        'sports: what stays possible in a limited block.',
      ),
    };
  },
});
