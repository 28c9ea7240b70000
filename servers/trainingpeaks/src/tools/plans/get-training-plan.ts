import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { contentColumns, contentRow, inWeeks } from '../../domain/plans/contents.ts';
import { shownPlan } from '../../domain/plans/plan.ts';
import { inShort } from '../../domain/workouts/row.ts';
import { storedSteps } from '../../domain/workouts/steps.ts';
import { numericId } from '../../params/index.ts';
import { weeks } from '../../params/plan.ts';
import { readPlan } from '../../plans/read.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_training_plan',
  title: 'One training plan',
  toolset: 'plans',
  effect: 'read',
  athleteScope: 'none',
  paged: { limit: 40, max: 200 },
  userText: ['plan', 'title', 'description', 'session'],
  description: 'A plan in numbers and day by day.',
  input: z.object({ plan_id: numericId, weeks }),
  output: z.object({ ...rowsShape, plan: z.record(z.string(), z.unknown()), ...notesShape }),
  examples: [{ plan_id: '600001', weeks: '1-2' }],
  handler: async (ctx, { plan_id, weeks: range }) => {
    const [contents, { units }] = await Promise.all([readPlan(ctx.port, plan_id), ctx.self()]);
    const rows = inWeeks(contents, range).map((item) => {
      const steps = item.kind === 'workout' ? storedSteps(item.workout)?.steps : undefined;
      return contentRow(item, contents.start, steps === undefined ? null : inShort(steps));
    });
    return present(
      { plan: shownPlan(contents.plan), ...toRows(rows, contentColumns), ...noted(...contents.notes) },
      units,
    );
  },
});
