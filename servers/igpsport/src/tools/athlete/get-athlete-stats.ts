import { addDays, day, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { rateRides } from '../../domain/load/rated-rides.ts';
import { isEstimated } from '../../domain/load/training-load.ts';
import { rideSums } from '../../domain/ride-sums.ts';
import { loadWords } from '../../language/load.ts';
import { defineTool } from '../../tool.ts';

const BUDGET_MS = 45_000;
const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'igp_get_athlete_stats',
  title: 'Sums over a period',
  toolset: 'athlete',
  effect: 'read',
  description:
    'Rides, distance, time, ascent and load summed over days. A year as iGPSport adds it: igp_get_member_statistics.',
  input: z.object({
    days: z.number().int().min(1).max(365).optional().describe('Default 30'),
    newest: day.optional().describe('Default: today'),
  }),
  output: z.object({ oldest: z.string(), newest: z.string(), totals: group, coverage: group, ...notesShape }),
  examples: [{ days: 7 }],
  handler: async (ctx, { days = 30, newest }) => {
    const { units } = await ctx.athlete();
    const to = newest ?? (await ctx.today());
    const window = { oldest: addDays(to, 1 - days), newest: to };
    const onProgress = (done: number, total: number): void => ctx.progress(done, total);
    const [{ items }, { rides, unreadable }] = await Promise.all([
      ctx.port.activities.list(window),
      rateRides(ctx.port, { ...window, budgetMs: BUDGET_MS, onProgress }),
    ]);
    const rated = rides.filter(({ load }) => load.load !== null);
    const load = rated.reduce((sum, ride) => sum + (ride.load.load ?? 0), 0);
    const words = loadWords(ctx.port.language);
    const without = rides.length - rated.length;
    const totals = {
      ...rideSums(items),
      load: rated.length === 0 ? null : load,
      load_a_week: rated.length === 0 ? null : Math.round((load / days) * 70) / 10,
    };
    const coverage = { days, with_data: rated.length, estimated: rated.filter(isEstimated).length, skipped: without };
    const notes = [
      ...(items.length === 0 ? [words.empty] : []),
      ...(without > 0 ? [words.withoutLoad(without)] : []),
      ...(unreadable > 0 ? [words.unreadable(unreadable)] : []),
    ];
    return { ...present({ ...window, totals, coverage }, units), ...noted(...notes) };
  },
});
