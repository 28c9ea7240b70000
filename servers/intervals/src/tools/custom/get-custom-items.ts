import { noted, notesShape, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { firstRows } from '../../answers/first-rows.ts';
import { customItemColumns, customItemRow } from '../../domain/custom-item.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_custom_items',
  title: 'Custom items',
  toolset: 'custom',
  effect: 'read',
  userText: ['name', 'text', 'content'],
  description: 'Fields, charts and zones that the athlete added; item_id: one with its content.',
  input: z.object({ item_id: z.optional(z.string()) }),
  output: z.object({ ...rowsShape, content: z.optional(z.record(z.string(), z.unknown())), ...notesShape }),
  examples: [{}, { item_id: '40000' }],
  handler: async (ctx, { item_id }) => {
    const athlete = await ctx.athlete();
    if (item_id !== undefined) {
      const item = await ctx.port.customItems.getCustomItem({ athlete: athlete.id, item: item_id });
      const size = JSON.stringify(item.content ?? {}).length;
      const table = toRows([customItemRow(item)], customItemColumns);
      if (size > 8000)
        return {
          ...table,
          ...noted(`Its content of ${size} characters is too long to show; open it on Intervals.icu.`),
        };
      return { ...table, ...(item.content !== null && { content: item.content }) };
    }
    const { items, skipped } = await ctx.port.customItems.listCustomItems({ athlete: athlete.id });
    const { rows, cut } = firstRows(items);
    return {
      ...toRows(rows.map(customItemRow), customItemColumns),
      ...noted(
        ...cut,
        ...skippedNote(skipped, 'items'),
        ...(items.length === 0 ? ['The athlete has added none.'] : []),
      ),
    };
  },
});
