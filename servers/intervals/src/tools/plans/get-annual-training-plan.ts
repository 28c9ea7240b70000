import { addDays, noted, notesShape, present, rowsShape, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { mondayOf } from '@core/metrics/day';
import { phases, races, weekColumns, weekRows } from '../../domain/calendar/season-plan.ts';
import { trainingPlan } from '../../domain/library/training-plan.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const list = z.array(z.record(z.string(), z.unknown()));

export default defineTool({
  name: 'icu_get_annual_training_plan',
  title: 'Season plan',
  toolset: 'plans',
  effect: 'read',
  userText: ['name', 'phase', 'note', 'text'],
  description: 'The season: plan followed, phases, races, weekly targets.',
  input: z.object({ oldest, newest }),
  output: z.object({
    followed: z.optional(z.record(z.string(), z.unknown())),
    phases: list,
    races: list,
    ...rowsShape,
    ...notesShape,
  }),
  examples: [{}, { oldest: '2026-09-01', newest: '2026-12-31' }],
  handler: async (ctx, given) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const monday = mondayOf(today);
    const window = windowOf(given, { oldest: monday, newest: addDays(monday, 364) }, 740);
    const categories = ['PLAN', 'TARGET', 'SEASON_START', 'RACE_A', 'RACE_B', 'RACE_C', 'NOTE', 'WORKOUT'];
    const [{ items }, assigned] = await Promise.all([
      ctx.port.events.list({ athlete: athlete.id, ...window, categories }),
      ctx.port.plans.getTrainingPlan({ athlete: athlete.id }),
    ]);
    const followed = trainingPlan(assigned);
    const rows = weekRows(items, window.oldest, window.newest);
    const plan = items.some(({ category }) => category === 'PLAN' || category === 'TARGET');
    return {
      ...(followed && { followed }),
      phases: phases(items),
      races: races(items),
      ...present(toRows(rows, weekColumns), athlete.units),
      ...noted(...(plan ? [] : ['No phases or weekly targets are on the calendar in this window.'])),
    };
  },
});
