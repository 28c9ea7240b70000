import { type Cell, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_pool_length_settings',
  title: 'Pool lengths',
  toolset: 'zones',
  effect: 'read',
  userText: ['label'],
  description: 'Pool lengths to choose from.',
  input: z.object({}),
  output: z.object({ ...rowsShape, units: z.array(z.string()) }),
  examples: [{}],
  handler: async (ctx) => {
    const athlete = await ctx.athlete();
    const { defaultId, options, supportedUnits } = await ctx.port.settings.poolLengths({ athlete: athlete.id });
    const rows = options.map(({ id, length, units, label }) => ({
      id,
      length,
      unit: units,
      label,
      default: id === defaultId ? true : null,
    }));
    return {
      ...toRows<Record<string, Cell>>(rows, ['id', 'length', 'unit', 'label', 'default']),
      units: [...supportedUnits],
    };
  },
});
