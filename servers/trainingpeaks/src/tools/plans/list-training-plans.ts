import { noted, notesShape, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { planColumns, planRow } from '../../domain/plans/plan.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';

export default defineTool({
  name: 'tp_list_training_plans',
  title: 'Training plans',
  toolset: 'plans',
  effect: 'read',
  paged: { limit: 30, max: 200 },
  userText: ['title', 'author', 'folder'],
  description: 'Training plans: own, bought, shared, applied.',
  input: z.object({}),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async ({ port, ...ctx }) => {
    const [{ id: athlete }, date] = await Promise.all([ctx.athlete(), ctx.today()]);
    const [{ items, skipped }, folders, applied] = await Promise.all([
      port.plans.list(),
      orUndefined(port.plans.folders()),
      orUndefined(port.plans.applied({ athlete, date })),
    ]);
    const rows = items.map((plan) => {
      const folder = folders?.items.find(({ planIds }) => planIds.includes(plan.planId));
      const on = applied?.items.find(({ planId }) => planId === plan.planId);
      return planRow(plan, folder?.folderName ?? null, on === undefined ? null : `${on.startDate} to ${on.endDate}`);
    });
    return {
      ...toRows(rows, planColumns),
      ...noted(
        ...skippedNote(skipped, 'plans'),
        ...(folders === undefined ? ['Folders could not be read.'] : []),
        ...(applied === undefined ? ['What is applied could not be read.'] : []),
      ),
    };
  },
});
