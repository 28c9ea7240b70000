import { addDays, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { outlookOf } from '../../answers/outlook.ts';
import { currentState } from '../../domain/fitness/state.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_fitness_summary',
  title: 'Fitness today',
  toolset: 'wellness',
  effect: 'read',
  userText: ['name'],
  description: 'CTL, ATL, form and ramp of TODAY, and form on the next race.',
  input: z.object({}),
  output: z.object({
    today: z.record(z.string(), z.unknown()),
    ahead: z.record(z.string(), z.unknown()),
    ...notesShape,
  }),
  examples: [{}],
  handler: async (ctx) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const { items } = await ctx.port.wellness.list({ athlete: athlete.id, oldest: addDays(today, -7), newest: today });
    const state = currentState(items, today);
    const ahead = await outlookOf(ctx, null);
    return {
      ...present({ today: state, ahead }, athlete.units),
      ...noted(
        'form = CTL − ATL of the same day; form_band names its range, it is no verdict on the day.',
        ...(state.ctl === undefined ? ['Intervals.icu has no fitness values for today.'] : []),
        ...(ahead.next_race === undefined ? ['No race is on the calendar in the next half year.'] : []),
      ),
    };
  },
});
