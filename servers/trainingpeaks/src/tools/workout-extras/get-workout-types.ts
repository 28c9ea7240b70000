import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { sportName } from '../../domain/workouts/sport.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_workout_types',
  title: 'Sports and sub types',
  toolset: 'workout-extras',
  effect: 'read',
  athleteScope: 'none',
  description: 'Sports and sub types.',
  input: z.object({}),
  output: z.object({ ...rowsShape }),
  examples: [{}],
  handler: async (ctx) => {
    const { items } = await ctx.port.workouts.types();
    const rows = items.map(({ id, name, subTypes }) => ({
      id,
      sport: sportName(id),
      name,
      subtypes: subTypes.map((each) => `${each.id} ${each.name}`).join(', ') || null,
    }));
    return toRows(rows, ['id', 'sport', 'name', 'subtypes']);
  },
});
