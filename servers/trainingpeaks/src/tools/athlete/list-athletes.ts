import { noted, notesShape, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { rosterRows } from '../../domain/identity/roster.ts';
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
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async (ctx, { name }) => {
    const wanted = name?.toLowerCase();
    const rows = rosterRows(await ctx.port.identity.user(), await ctx.today()).filter(
      (row) => wanted === undefined || row.name.toLowerCase().includes(wanted),
    );
    return {
      ...toRows(rows, ['id', 'name', 'you', 'account', 'account_ends', 'last_planned']),
      ...noted(...(wanted === undefined && rows.length === 1 ? ['This account coaches nobody.'] : [])),
    };
  },
});
