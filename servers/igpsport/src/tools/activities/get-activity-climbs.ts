import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { damageNotes } from '../../answers/damage.ts';
import { climbColumns, climbsOf } from '../../domain/ride/climbs.ts';
import { rideWords } from '../../language/rides.ts';
import { activityId } from '../../params/ride.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_get_activity_climbs',
  title: 'Climbs of an activity',
  toolset: 'activities',
  effect: 'read',
  paged: { limit: 40, max: 200 },
  description: 'Climbs of one ride: where, length, gain, grade, time, VAM, power. From 500 m length and 3 % grade.',
  input: z.object({ activity_id: activityId }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ activity_id: '41200572' }],
  handler: async (ctx, { activity_id }) => {
    const { units } = await ctx.athlete();
    const ride = await ctx.port.rides.read(activity_id);
    const { rows, why } = climbsOf(ride, rideWords(ctx.port.language));
    return {
      ...present(toRows(rows, climbColumns), units),
      ...noted(...(why === null ? [] : [why]), ...damageNotes(ride, ctx.port.language)),
    };
  },
});
