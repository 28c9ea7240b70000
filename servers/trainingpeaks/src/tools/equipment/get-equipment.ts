import { noted, notesShape, present, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { itemColumns, itemRow, itemType, itemTypes } from '../../domain/equipment/item.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_equipment',
  title: 'Equipment',
  toolset: 'equipment',
  effect: 'read',
  paged: { limit: 30, max: 100 },
  userText: ['name', 'brand', 'model', 'wheels', 'notes'],
  description: 'Bikes and shoes with their distances.',
  input: z.object({ type: z.optional(z.enum(itemTypes)) }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async (ctx, { type }) => {
    const athlete = await ctx.athlete();
    const { items, skipped } = await ctx.port.equipment.list({ athlete: athlete.id });
    const shown = items.filter((item) => type === undefined || itemType(item.type) === type);
    return {
      ...present(toRows(shown.map(itemRow), itemColumns), athlete.units),
      ...noted(...(shown.length === 0 ? ['No equipment.'] : []), ...skippedNote(skipped, 'items')),
    };
  },
});
