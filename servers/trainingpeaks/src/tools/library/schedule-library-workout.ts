import { day, notesShape, rowsShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { resolveAthletes } from '../../answers/groups.ts';
import { workoutResult } from '../../answers/workout-write.ts';
import { scheduleForMany, scheduleForOne } from '../../library/schedule.ts';
import { requireItem, requireLibrary } from '../../library/stored.ts';
import { athleteQueries, numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_schedule_library_workout',
  title: 'Schedule a template',
  toolset: 'library',
  effect: 'create',
  userText: ['workout', 'title'],
  description: 'Puts a template on a day of one or several athletes.',
  input: z.object({
    library_id: numericId,
    item_id: numericId,
    date: day,
    athletes: z.optional(athleteQueries),
  }),
  output: z.object({
    ...workoutResult.partial().shape,
    scheduled: z.optional(z.object(rowsShape)),
    ...notesShape,
  }),
  examples: [{ library_id: '2100001', item_id: '12300001', date: '2026-10-22' }],
  handler: async (ctx, { library_id, item_id, date, athletes }) => {
    await requireLibrary(ctx.port, library_id);
    const item = await requireItem(ctx.port, library_id, item_id);
    if (athletes === undefined) return scheduleForOne(ctx, await ctx.athlete(), item, date);
    return scheduleForMany(ctx, await resolveAthletes(ctx, athletes), item, date);
  },
});
