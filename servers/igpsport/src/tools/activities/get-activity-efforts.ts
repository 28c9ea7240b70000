import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { damageNotes } from '../../answers/damage.ts';
import { effortColumns, effortsOf } from '../../domain/ride/efforts.ts';
import { rideWords } from '../../language/rides.ts';
import { activityId } from '../../params/ride.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_get_activity_efforts',
  title: 'Efforts of an activity',
  toolset: 'activities',
  effect: 'read',
  paged: { limit: 40, max: 200 },
  description:
    'Intervals of one ride as its power shows them, with or without laps. Best per duration: igp_get_power_curve.',
  input: z.object({ activity_id: activityId }),
  output: z.object({ sets: z.array(z.string()), ...rowsShape, ...notesShape }),
  examples: [{ activity_id: '41200581' }],
  handler: async (ctx, { activity_id }) => {
    const { units } = await ctx.athlete();
    const ride = await ctx.port.rides.read(activity_id);
    const { rows, sets, why } = effortsOf(ride, rideWords(ctx.port.language));
    return {
      sets,
      ...present(toRows(rows, effortColumns), units),
      ...noted(...(why === null ? [] : [why]), ...damageNotes(ride, ctx.port.language)),
    };
  },
});
