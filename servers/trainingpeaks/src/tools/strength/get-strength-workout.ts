import { present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { numericId } from '../../params/index.ts';
import { sessionResult, shownSession } from '../../strength/report.ts';
import { requireSession } from '../../strength/stored.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_strength_workout',
  title: 'One strength session',
  toolset: 'strength',
  effect: 'read',
  userText: ['workout', 'blocks'],
  description: 'A strength session block by block, planned and done.',
  input: z.object({ workout_id: numericId }),
  output: sessionResult,
  examples: [{ workout_id: '19000003' }],
  handler: async (ctx, { workout_id }) => {
    const athlete = await ctx.athlete();
    return present(shownSession(await requireSession(ctx.port, athlete, workout_id)), athlete.units);
  },
});
