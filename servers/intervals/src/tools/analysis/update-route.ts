import * as z from '@core/mcp-kit/schema';
import { changeResult, writeValues } from '../../answers/change.ts';
import type { Values } from '../../domain/fields/field.ts';
import { readFields } from '../../domain/fields/read.ts';
import { checkedValues, wireValues } from '../../domain/fields/write.ts';
import { routeFields } from '../../domain/route.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_route',
  title: 'Change a route',
  toolset: 'analysis',
  effect: 'update',
  userText: ['item', 'changed'],
  description: 'Changes a route; rename_activities gives its name to what is recorded on it.',
  input: z.object({
    route_id: z.string(),
    values: z.record(z.string(), z.unknown()).describe('name, description, tags, commute, rename_activities'),
  }),
  output: changeResult,
  examples: [{ route_id: '4104', values: { name: 'River loop' } }],
  handler: async (ctx, { route_id, values: given }) => {
    const athlete = await ctx.athlete();
    const values = checkedValues(given, routeFields);
    const one = { athlete: athlete.id, route: route_id };
    const read = async (): Promise<Values> => ({
      route_id,
      ...readFields(await ctx.port.routes.get(one), routeFields),
    });
    const before = await read();
    return writeValues(ctx, {
      what: `Change route "${String(before.name ?? route_id)}"`,
      before,
      values,
      version: JSON.stringify(before),
      write: (changed) => ctx.port.routes.update({ ...one, patch: wireValues(changed, routeFields) }),
      readBack: read,
    });
  },
});
