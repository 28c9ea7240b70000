import { addDays, present, rowsShape, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { utcMinute } from '../../domain/local-time.ts';
import { hasWellness, wellnessColumns, wellnessRow } from '../../domain/wellness/row.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_wellness_data',
  title: 'Wellness by day',
  toolset: 'fitness',
  effect: 'read',
  paged: { limit: 60, max: 200 },
  userText: ['comments'],
  description:
    'Sleep, HRV, resting HR, weight, mood… of a range of days (a week by default). CTL and form: icu_get_fitness_chart.',
  input: z.object({ oldest, newest }),
  output: z.object({
    ...rowsShape,
    days: z.number(),
    days_with_data: z.number(),
    latest_update: z.string().nullable(),
  }),
  examples: [{}, { oldest: '2026-10-01', newest: '2026-10-31' }],
  handler: async (ctx, given) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -6), newest: today }, 366);
    const { items } = await ctx.port.wellness.list({ athlete: athlete.id, ...window });
    const days = items.filter(hasWellness);
    return {
      days: items.length,
      days_with_data: days.length,
      latest_update: utcMinute(
        days.reduce<string | null>(
          (latest, { updated }) => ((updated ?? '') > (latest ?? '') ? updated : latest),
          null,
        ),
      ),
      ...present(toRows(days.map(wellnessRow), wellnessColumns), athlete.units),
    };
  },
});
