import * as z from '@core/mcp-kit/schema';
import { changeResult, writeValues } from '../../answers/change.ts';
import { customItemFields, requireContent } from '../../domain/custom-item.ts';
import type { Values } from '../../domain/fields/field.ts';
import { readFields } from '../../domain/fields/read.ts';
import { checkedValues, wireValues } from '../../domain/fields/write.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_custom_item',
  title: 'Change a custom item',
  toolset: 'custom',
  effect: 'update',
  userText: ['name', 'text', 'content'],
  description: 'Changes a custom item.',
  input: z.object({
    item_id: z.string(),
    values: z.record(z.string(), z.unknown()).describe('name, text, visibility, place, content'),
  }),
  output: changeResult,
  examples: [{ item_id: '40000', values: { name: 'Coffee', place: 2 } }],
  handler: async (ctx, { item_id, values: given }) => {
    const athlete = await ctx.athlete();
    const of = { athlete: athlete.id, item: item_id };
    const { content, ...plain } = given;
    const values: Record<string, unknown> = {
      ...(Object.keys(plain).length === 0 && content !== undefined ? {} : checkedValues(plain, customItemFields)),
      ...(content !== undefined && { content: JSON.stringify(content) }),
    };
    const read = async (): Promise<Values> => {
      const item = await ctx.port.customItems.getCustomItem(of);
      return {
        item_id: item.id,
        type: item.type,
        ...readFields(item, customItemFields),
        ...(content !== undefined && { content: JSON.stringify(item.content) }),
      };
    };
    const before = await read();
    requireContent(String(before.type), content as Values | undefined);
    return writeValues(ctx, {
      what: `Change ${String(before.type)} "${String(before.name)}"`,
      before,
      values,
      readBack: read,
      seenByOthers: values.visibility !== undefined && values.visibility !== 'PRIVATE',
      write: async ({ place, content: changed, ...rest }) => {
        if (place !== undefined) {
          await ctx.port.customItems.orderCustomItems({
            athlete: athlete.id,
            items: [{ id: Number(item_id), index: place as number }],
          });
        }
        if (changed === undefined && Object.keys(rest).length === 0) return;
        const patch = { ...wireValues(rest, customItemFields), ...(changed !== undefined && { content }) };
        await ctx.port.customItems.updateCustomItem({ ...of, patch });
      },
    });
  },
});
