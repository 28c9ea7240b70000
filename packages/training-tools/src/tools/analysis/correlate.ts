import * as z from '@core/mcp-kit/schema';
import { correlateDays } from '@core/metrics/correlation';
import { addDays } from '@core/metrics/day';
import { whole } from '../../answer/bounds.ts';
import { counted } from '../../answer/counted.ts';
import { aboutShape, closing, group } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { seriesOf } from '../../series/metrics.ts';

const BUDGET_MS = 45_000;

export default defineSharedTool({
  name: 'correlate',
  title: 'Correlate',
  toolset: 'analysis',
  effect: 'read',
  needs: ['activities'],
  uses: ['wellness', 'load'],
  description: 'Whether two daily values move together: n, r, interval.',
  input: z.object({
    x: z.string().describe('sleep_s, rpe_1to10, form…'),
    y: z.string(),
    lag_days: z.optional(whole(0, 14)),
    days: z.optional(whole(14, 732)),
  }),
  output: z.object({ ...aboutShape, result: z.optional(group), refused: z.optional(z.string()) }),
  examples: [{ x: 'moving_time_s', y: 'average_hr_bpm', days: 42 }],
  handler: async (ctx, { x, y, lag_days: lag = 0, days = 120 }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const range = { oldest: addDays(today, 1 - days), newest: today };
    const options = { budgetMs: BUDGET_MS, onProgress: ctx.progress };
    const [a, b] = await Promise.all([x, y].map((name) => seriesOf(ctx.ports, athlete, name, range, options)));
    const found = correlateDays(a!.values, b!.values, { lag });
    const known = ({ values }: { readonly values: readonly { readonly value: number | null }[] }) =>
      values.filter(({ value }) => value !== null).length;
    const has = new Map(b!.values.map(({ day, value }) => [day, value]));
    const pairs = a!.values.filter(
      ({ day, value }) => value !== null && (has.get(addDays(day, lag)) ?? null) !== null,
    ).length;
    const about = {
      method: `${a!.what} against ${b!.what}${lag > 0 ? ` ${counted(lag, 'day')} later` : ''}; Pearson, days that resemble the day before counted as fewer.`,
      as_of: range.newest,
      coverage: { oldest: range.oldest, newest: range.newest, x_days: known(a!), y_days: known(b!), pairs },
    };
    if (found.value === null) {
      return {
        ...about,
        refused: found.detail,
        ...closing([], [ctx.call('correlate', { x, y, days: 365 })]),
      };
    }
    const { r, n, effectiveN, interval, p, explained, slope } = found.value;
    const rounded = (value: number, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits;
    return {
      ...about,
      result: {
        n,
        effective_n: rounded(effectiveN, 1),
        r: rounded(r),
        ci95_low: rounded(interval.low),
        ci95_high: rounded(interval.high),
        p: rounded(p, 4),
        explained_pct: 100 * explained,
        ...(slope !== null && { y_per_x: Number(slope.toPrecision(3)) }),
      },
      ...closing(
        [...found.warnings.map(({ detail }) => detail), 'Of twenty pairs tried, one looks related by chance.'],
        [lag === 0 ? ctx.call('correlate', { x, y, lag_days: 1 }) : undefined],
      ),
    };
  },
});
