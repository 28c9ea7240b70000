import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { toAthletes } from '../../domain/identity/athlete.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_list_athletes',
  title: 'Athletes',
  toolset: 'athlete',
  effect: 'read',
  athleteScope: 'none',
  paged: { limit: 50, max: 200 },
  userText: ['name'],
  description: 'Everyone this login can see: ids and names for `athlete`.',
  input: z.object({ name: z.optional(z.string()) }),
  output: z.object({ ...rowsShape }),
  examples: [{}],
  handler: async (ctx, { name }) => {
    const wanted = name?.toLowerCase();
    const rows = toAthletes(await ctx.port.identity.user())
      .filter((athlete) => wanted === undefined || athlete.name.toLowerCase().includes(wanted))
      .map(({ id, name: full, isSelf }) => ({ id, name: full, you: isSelf ? true : null }));
    return toRows(rows, ['id', 'name', 'you']);
  },
});
