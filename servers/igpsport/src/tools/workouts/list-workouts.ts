import { noted, notesShape, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { workoutRow } from '../../domain/workout/row.ts';
import { workoutWords } from '../../language/workouts.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_list_workouts',
  title: 'List workouts',
  toolset: 'workouts',
  effect: 'read',
  description: 'Structured workouts of the account, newest first; igp_get_workout_detail shows the steps of one.',
  paged: { limit: 50, max: 200 },
  userText: ['name'],
  input: z.object({}),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}],
  async handler(ctx) {
    const words = workoutWords(ctx.port.language);
    const { items, skipped } = await ctx.port.workouts.list();
    // The lists of the regions tell different things; what a region cannot tell is not a column.
    const columns = [
      'workout_id',
      'name',
      'planned_time_s',
      ...(ctx.port.region.id === 'cn' ? ['grade'] : ['sport', 'created']),
    ];
    return {
      ...toRows(items.map(workoutRow), columns),
      ...noted(
        ...(items.length === 0 ? [words.empty] : []),
        ...(skipped === 0 ? [] : [words.unreadable(String(skipped))]),
      ),
    };
  },
});
