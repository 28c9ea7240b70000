import { addDays, daysBetween, Failure, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { DailyLoads } from '@core/metrics/load';
import { READINESS_LIMITS, readiness } from '@core/metrics/readiness';
import { loadCoverage } from '../../answer/coverage.ts';
import { aboutShape, closing, group } from '../../answer/notes.ts';
import { rangeInput, rangeOf } from '../../answer/window.ts';
import { atlOnlyNotes } from '../../form/atl-only.ts';
import { howMade } from '../../form/convention.ts';
import { fitnessDays, loadsOf, type OwnFitness, ownFitness } from '../../form/fitness.ts';
import { reconcile, whyApart } from '../../form/reconcile.ts';
import { signsOf, standing } from '../../form/signs.ts';
import { byWeek } from '../../form/weeks.ts';
import { defineSharedTool, type TrainingContext } from '../../mount/shared-tool.ts';
import type { DayRange, LoadHistory } from '../../ports/index.ts';

/** Acute against chronic load looks at so many days. */
const MONTH = 28;
/** More rows by day do not fit the budget of an answer. */
const MOST_DAYS = 92;
/** Nor do more weeks than of so many days. */
const MOST_WEEKS_DAYS = 400;
const BUDGET_MS = 45_000;

export default defineSharedTool({
  name: 'get_training_load',
  title: 'Training load',
  toolset: 'training',
  effect: 'read',
  needs: ['load', 'activities'],
  description: 'CTL, ATL, form, ramp by the platform and by us, with coverage and what speaks for backing off.',
  input: z.object({ ...rangeInput, every: z.optional(z.enum(['day', 'week'])) }),
  output: z.object({
    ...aboutShape,
    current: group,
    flags: z.array(z.string()),
    own: group,
    ...rowsShape,
  }),
  examples: [{ oldest: '2026-09-20' }],
  handler: async (ctx, { every, ...given }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const range = rangeOf(given, { today, days: 90, maxDays: MOST_WEEKS_DAYS });
    const grain = every ?? (daysBetween(range.oldest, range.newest) < 31 ? 'day' : 'week');
    if (grain === 'day' && daysBetween(range.oldest, range.newest) >= MOST_DAYS) {
      throw new Failure('bad_input', `every: "day" is for ${MOST_DAYS} days at most`, {
        next: 'ask for every: "week"',
      });
    }
    const read = { oldest: warmUpFrom(range, ctx.ports.load.warmUpDays), newest: range.newest };
    const options = { budgetMs: BUDGET_MS, onProgress: ctx.progress };
    const [history, activities] = await Promise.all([
      ctx.ports.load.history(athlete, read, options),
      ctx.ports.activities.list(athlete, read, options),
    ]);
    const { own, apart } = await checked(ctx, history, read);
    const loads = loadsOf(history);
    const days = fitnessDays(history, own);
    const last = days.at(-1)!;
    const shown = days.filter(({ day }) => day >= range.oldest);
    const signs = readiness(signsOf(last, loads));
    const shownActivities = { ...activities, items: activities.items.filter(({ day }) => day >= range.oldest) };
    return {
      method: howMade(history, own, ctx.platform),
      as_of: last.day,
      current: standing(last, history),
      flags: signs.value?.flags.map(({ detail }) => detail) ?? [],
      own: {
        ...(apart !== null && ownAnswer(own, apart, today, ctx.platform)),
        ...(own.seed !== 'platform' && startAnswer(own, loads)),
      },
      coverage: loadCoverage(
        history.days.filter(({ day }) => day >= range.oldest),
        shownActivities,
      ),
      ...(grain === 'day'
        ? toRows(
            shown.map(({ by: _by, day, ...values }) => ({ date: day, ...values })),
            ['date', ...columns],
          )
        : toRows(
            byWeek(shown).map(({ from, unknownDays, ...values }) => ({
              week_from: from,
              ...values,
              unknown_days: unknownDays,
            })),
            ['week_from', ...columns, 'unknown_days'],
          )),
      ...closing(
        [
          `Flags: form under ${READINESS_LIMITS.form}, ramp over ${READINESS_LIMITS.rampRate}, monotony over ${READINESS_LIMITS.monotony}, 7 against 28 days over ${READINESS_LIMITS.workloadRatio}; habits of coaching, no diagnosis.`,
          ...atlOnlyNotes(history, range.oldest, ctx.platform),
        ],
        [ctx.call('project_load', {}), ctx.call('get_data_quality', {})],
      ),
    };
  },
});

const columns = ['load', 'ctl', 'atl', 'form', 'ramp'] as const;

function warmUpFrom({ oldest, newest }: DayRange, warmUpDays: number): string {
  const needed = addDays(newest, 1 - MONTH);
  return addDays(oldest < needed ? oldest : needed, -warmUpDays);
}

/** Our numbers; where the platform's differ visibly, made again with what was changed in its model. */
async function checked(ctx: TrainingContext<'load' | 'activities'>, history: LoadHistory, range: DayRange) {
  const own = ownFitness(history);
  const apart = reconcile(history, own.series);
  if (apart?.from == null || ctx.ports.load.modelChanges === undefined) return { own, apart };
  const changes = await ctx.ports.load.modelChanges(await ctx.athlete(), range);
  if (changes.length === 0) return { own, apart };
  const again = ownFitness(history, changes);
  return { own: again, apart: reconcile(history, again.series) };
}

function ownAnswer(
  { series }: OwnFitness,
  apart: NonNullable<ReturnType<typeof reconcile>>,
  today: string,
  platform: string,
) {
  return {
    own_ctl: series.ctl.at(-1),
    own_atl: series.atl.at(-1),
    largest_difference: apart.largest,
    ...(apart.from !== null && { differs_from: apart.from, because: whyApart(apart, today, platform) }),
  };
}

/** What the start of the averages still costs at the end. */
function startAnswer({ series, seed }: OwnFitness, loads: DailyLoads) {
  const { share, bias } = series.start.ctl;
  return { history_from: loads.from, seed, left_pct: 100 * share, ctl_bias: Math.round(bias * 10) / 10 };
}
