import { addDays, day, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { formBand } from '@core/metrics/workload';
import { loadCoverage, loadNotes, skippedRides } from '../../answers/training-load.ts';
import { loadWeeks } from '../../domain/load/load-weeks.ts';
import { rateRides } from '../../domain/load/rated-rides.ts';
import { SHARED_DAYS, trainingLoad, WARM_UP_DAYS } from '../../domain/load/training-load.ts';
import { defineTool } from '../../tool.ts';

/** Leaves a quarter of a minute of a call's minute for what comes after the downloads. */
const BUDGET_MS = 45_000;
/** More days than these are shown by week. */
const MONTH = 31;
const COLUMNS = ['load', 'rides', 'estimated', 'ctl', 'atl', 'form'] as const;
const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'igp_analyze_training_load',
  title: 'Training load',
  toolset: 'fitness',
  effect: 'read',
  paged: { limit: 90, max: 400 },
  description:
    'CTL, ATL and form by day or week, newest first, from the FIT files. The first call downloads them; later ones use the local store.',
  input: z.object({
    days: z.number().int().min(1).max(730).optional().describe('Default 90'),
    newest: day.optional().describe('Default: today'),
    every: z.enum(['day', 'week']).optional().describe('Default: day up to a month, then week'),
    history_days: z
      .number()
      .int()
      .min(0)
      .max(730)
      .optional()
      .describe('Days before them to start from; default 42, or what makes 132 days in all'),
  }),
  output: z.object({
    current: group,
    coverage: group,
    start: group,
    ...rowsShape,
    skipped: z.array(group),
    ...notesShape,
  }),
  examples: [{ days: 14, history_days: 14 }],
  handler: async (ctx, { days = 90, newest, every = days <= MONTH ? 'day' : 'week', history_days }) => {
    const history = history_days ?? Math.max(WARM_UP_DAYS, SHARED_DAYS - days);
    const { units } = await ctx.athlete();
    const to = newest ?? (await ctx.today());
    const from = addDays(to, 1 - days);
    const historyFrom = addDays(from, -history);
    const found = await rateRides(ctx.port, {
      oldest: historyFrom,
      newest: to,
      budgetMs: BUDGET_MS,
      onProgress: (done, total) => ctx.progress(done, total),
    });
    const load = trainingLoad(found.rides, { historyFrom, from, to });
    const [last] = load.days;
    const answer = {
      current: {
        date: to,
        ctl: last?.ctl ?? null,
        atl: last?.atl ?? null,
        form: last?.form ?? null,
        state: last === undefined ? null : formBand(last.form),
      },
      coverage: loadCoverage(found.rides, load),
      start: {
        history_from: historyFrom,
        seed: load.seed,
        left_pct: load.series.start.ctl.share * 100,
        ctl_bias: Math.round(load.series.start.ctl.bias * 10) / 10,
      },
      ...(every === 'day'
        ? toRows(load.days, ['date', ...COLUMNS])
        : toRows(loadWeeks(load.days), ['week_from', ...COLUMNS, 'unknown_days'])),
      skipped: skippedRides(found.rides),
    };
    return { ...present(answer, units), ...noted(...loadNotes(found, load, ctx.port)) };
  },
});
