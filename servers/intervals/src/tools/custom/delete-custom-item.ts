import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { customItemRow } from '../../domain/custom-item.ts';
import { recorded } from '../../domain/recorded.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_delete_custom_item',
  title: 'Delete a custom item',
  toolset: 'custom',
  effect: 'delete',
  userText: ['name', 'text', 'content'],
  description: 'Deletes a custom item for good.',
  input: z.object({ item_id: z.string() }),
  output: z.object({ deleted: z.record(z.string(), z.unknown()) }),
  examples: [{ item_id: '40000' }],
  handler: async (ctx, { item_id }) => {
    const athlete = await ctx.athlete();
    const of = { athlete: athlete.id, item: item_id };
    const item = await ctx.port.customItems.getCustomItem(of);
    await ctx.confirm({
      summary: `Delete ${item.type} "${item.name}" for good${forWhom(athlete)}`,
      diff: [],
      ...(item.updated !== null && { version: item.updated }),
    });
    await ctx.port.customItems.deleteCustomItem(of);
    const { items } = await ctx.port.customItems.listCustomItems({ athlete: athlete.id });
    if (items.some(({ id }) => id === item.id)) {
      throw new Failure('upstream', `Intervals.icu confirmed the deletion of item ${item.id}, yet still lists it`, {
        next: 'look again in a minute',
      });
    }
    return { deleted: { ...recorded(customItemRow(item)), ...(item.content !== null && { content: item.content }) } };
  },
});
