import { addDays } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whole } from '../../answer/bounds.ts';
import { loadCoverage } from '../../answer/coverage.ts';
import { aboutShape, closing, group, skippedNotes } from '../../answer/notes.ts';
import { ownFitness } from '../../form/fitness.ts';
import { reconcile, whyApart } from '../../form/reconcile.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import {
  activityFindings,
  pairingFindings,
  thresholdFindings,
  unknownLoads,
  wellnessCoverage,
} from '../../quality/findings.ts';

const BUDGET_MS = 45_000;

export default defineSharedTool({
  name: 'get_data_quality',
  title: 'Data quality',
  toolset: 'analysis',
  effect: 'read',
  needs: ['activities', 'thresholds', 'load'],
  uses: ['wellness', 'calendar'],
  description: 'What makes answers worse: missing loads, thresholds, sensors; doubles.',
  input: z.object({ days: z.optional(whole(7, 366)) }),
  output: z.object({
    ...aboutShape,
    findings: z.array(group),
    wellness: z.optional(group),
    platform_vs_own: z.optional(group),
  }),
  examples: [{ days: 28 }],
  handler: async (ctx, { days = 42 }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const range = { oldest: addDays(today, 1 - days), newest: today };
    const options = { budgetMs: BUDGET_MS, onProgress: ctx.progress };
    const { activities, thresholds, load, wellness, calendar } = ctx.ports;
    const [done, history, ride, run, mornings, entries] = await Promise.all([
      activities.list(athlete, range, options),
      load.history(athlete, range, options),
      thresholds.on(athlete, { family: 'ride', day: range.newest }),
      thresholds.on(athlete, { family: 'run', day: range.newest }),
      wellness?.days(athlete, range),
      calendar?.list(athlete, range, { only: ['session'] }),
    ]);
    const apart = reconcile(history, ownFitness(history).series);
    const findings = [
      ...activityFindings(done),
      ...unknownLoads(history),
      ...thresholdFindings(done, ride, run),
      ...pairingFindings(entries?.items ?? [], done, today),
    ].sort((a, b) => b.count - a.count);
    return {
      method:
        activities.loadsBy === 'own'
          ? 'Loads are counted from the file of each activity of the range and before it.'
          : 'Read from the lists of the range; no activity is opened.',
      as_of: range.newest,
      findings: findings.map((each) => ({ ...each })),
      ...(mornings !== undefined && {
        wellness: wellnessCoverage(mornings.items, days),
      }),
      ...(apart !== null && {
        platform_vs_own: {
          largest_difference: apart.largest,
          ...(apart.from !== null && { differs_from: apart.from, because: whyApart(apart, today, ctx.platform) }),
        },
      }),
      coverage: loadCoverage(history.days, done),
      ...closing(
        [...skippedNotes(done.skipped, 'activities'), ...(findings.length === 0 ? ['Nothing was found.'] : [])],
        [ctx.call('estimate_thresholds', {})],
      ),
    };
  },
});
