import { present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, forWhom } from '../../answers/change.ts';
import { codeOf, customItemRow, customItemTypes, requireContent } from '../../domain/custom-item.ts';
import { changes } from '../../domain/fields/write.ts';
import { recorded } from '../../domain/recorded.ts';
import { defineTool } from '../../tool.ts';

const isCustomItemType = (type: string) => (customItemTypes as readonly string[]).includes(type);

export default defineTool({
  name: 'icu_create_custom_item',
  title: 'Create a custom item',
  toolset: 'custom',
  effect: 'create',
  userText: ['name', 'text'],
  description: 'Adds an INPUT_FIELD, ACTIVITY_FIELD, INTERVAL_FIELD or an empty chart.',
  input: z.object({
    type: z.string().refine(isCustomItemType, `is not a kind; write one of ${customItemTypes.join(', ')}`),
    name: z.string().min(1).max(80),
    text: z.optional(z.string().max(2000)),
    content: z.optional(z.record(z.string(), z.unknown())).describe('{"code": "Gels", "type": "numeric|text|select"}'),
  }),
  output: changeResult,
  examples: [{ type: 'ACTIVITY_FIELD', name: 'Gels', content: { code: 'Gels', type: 'numeric', aggregate: 'SUM' } }],
  handler: async (ctx, { type, name, text, content }) => {
    const athlete = await ctx.athlete();
    requireContent(type, content);
    const { items } = await ctx.port.customItems.listCustomItems({ athlete: athlete.id });
    const code = content?.code;
    const twin = items.find(
      (item) => item.type === type && (item.name === name || (code !== undefined && codeOf(item) === code)),
    );
    if (twin !== undefined) {
      const notes = ['One of this type with this name or code is already there; nothing was written.'];
      return { written: false, item: recorded(customItemRow(twin)), notes };
    }
    await ctx.confirm({
      summary: `Create ${type} "${name}"${forWhom(athlete)}`,
      diff: changes({}, { type, name, ...(text !== undefined && { text }), ...(content !== undefined && { content }) }),
    });
    const { id } = await ctx.port.customItems.createCustomItem({
      athlete: athlete.id,
      body: {
        type,
        name,
        visibility: 'PRIVATE',
        ...(text !== undefined && { description: text }),
        ...(content !== undefined && { content }),
      },
    });
    const stored = await ctx.port.customItems.getCustomItem({ athlete: athlete.id, item: id });
    const lost = content !== undefined && codeOf(stored) !== (code ?? null);
    return present(
      {
        item: recorded(customItemRow(stored)),
        ...(lost && { notes: ['Intervals.icu stored other content than was sent.'] }),
      },
      athlete.units,
    );
  },
});
