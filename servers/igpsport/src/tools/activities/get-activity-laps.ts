import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { damageNotes } from '../../answers/damage.ts';
import { lapColumns, lapRows } from '../../domain/ride/laps.ts';
import { rideWords } from '../../language/rides.ts';
import { activityId } from '../../params/ride.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_get_activity_laps',
  title: 'Activity laps',
  toolset: 'activities',
  effect: 'read',
  paged: { limit: 60, max: 300 },
  description: 'Laps of one ride as the head unit recorded them. Efforts without laps: igp_get_activity_efforts.',
  input: z.object({ activity_id: activityId }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ activity_id: '41200581' }],
  handler: async (ctx, { activity_id }) => {
    const { units } = await ctx.athlete();
    const ride = await ctx.port.rides.read(activity_id);
    const rows = lapRows(ride);
    return {
      ...present(toRows(rows, lapColumns), units),
      ...noted(
        ...(rows.length === 0 ? [rideWords(ctx.port.language).noLaps] : []),
        ...damageNotes(ride, ctx.port.language),
      ),
    };
  },
});
