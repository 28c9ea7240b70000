import { addDays, noted, notesShape, present, rowsShape, skippedNote, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { sortedByDay } from '../../domain/by-day.ts';
import { eventColumns, eventRow } from '../../domain/calendar/event.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_events',
  title: 'Events',
  toolset: 'calendar',
  effect: 'read',
  paged: { limit: 40, max: 200 },
  userText: ['name', 'goal'],
  description: 'Races and other events, of the coming year by default.',
  input: z.object({ oldest, newest }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}, { oldest: '2024-01-01', newest: '2026-12-31' }],
  handler: async (ctx, given) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: today, newest: addDays(today, 365) }, 11_000);
    const { items, skipped } = await ctx.port.events.list({ athlete: athlete.id, ...window });
    return {
      ...present(
        toRows(
          sortedByDay(items, ({ eventDate }) => eventDate).map((event) => eventRow(event, today)),
          eventColumns,
        ),
        athlete.units,
      ),
      ...noted(...(items.length === 0 ? ['No event in this window.'] : []), ...skippedNote(skipped, 'events')),
    };
  },
});
