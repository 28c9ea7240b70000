import { addDays } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { readiness } from '@core/metrics/readiness';
import { aboutShape, closing, group, skippedNotes } from '../../answer/notes.ts';
import { atlOnlyNotes } from '../../form/atl-only.ts';
import { howMade } from '../../form/convention.ts';
import { fitnessDays, loadsOf, ownFitness } from '../../form/fitness.ts';
import { signsOf } from '../../form/signs.ts';
import { formToday } from '../../form/today.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { conflictsOn } from '../../planning/conflicts.ts';
import { entryLine } from '../../planning/entries.ts';
import { doubtsOf, judgeMorning } from '../../wellness/morning.ts';

/** Baselines look at sixty days; the load of a month lies inside. */
const DAYS = 60;
const BUDGET_MS = 45_000;

export default defineSharedTool({
  name: 'get_today',
  title: 'Today',
  toolset: 'training',
  effect: 'read',
  needs: ['load'],
  uses: ['wellness', 'calendar'],
  userText: ['planned'],
  description: 'Train or rest today? Form now and after the plan, wellness against normal, sessions, conflicts.',
  input: z.object({}),
  output: z.object({
    ...aboutShape,
    form: group,
    flags: z.array(z.string()),
    wellness: z.array(group),
    planned: z.array(group),
    conflicts: z.array(z.string()),
  }),
  examples: [{}],
  handler: async (ctx) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const { load, wellness, calendar } = ctx.ports;
    const range = { oldest: addDays(today, 1 - DAYS), newest: today };
    const [history, days, entries] = await Promise.all([
      load.history(
        athlete,
        { ...range, oldest: addDays(range.oldest, -load.warmUpDays) },
        { budgetMs: BUDGET_MS, onProgress: ctx.progress },
      ),
      wellness?.days(athlete, range),
      calendar?.list(athlete, { oldest: today, newest: addDays(today, 1) }),
    ]);
    const own = ownFitness(history);
    const last = fitnessDays(history, own).at(-1)!;
    const morning = judgeMorning(days?.items ?? [], today);
    const signs = readiness({ ...signsOf(last, loadsOf(history)), ...morning.evidence });
    const planned = (entries?.items ?? []).filter(({ kind }) => kind !== 'other');
    return {
      method: `${howMade(history, own, ctx.platform)} delivered: done until now; projected: this evening, with what is open.`,
      as_of: today,
      form: formToday(history, own, planned),
      flags: signs.value?.flags.map(({ detail }) => detail) ?? [],
      wellness: [...morning.metrics],
      planned: planned.map((entry) => entryLine(entry, today)),
      conflicts: conflictsOn(planned, today),
      coverage: {
        load_days: history.days.length,
        load_unknown: history.days.filter((day) => day.load === null).length,
        ...(days !== undefined && { wellness_days: days.items.length, wellness_of: DAYS }),
        judged: signs.value?.judged ?? 0,
      },
      ...closing(
        [
          ...(wellness === undefined ? [`${ctx.platform} keeps no wellness: only training is judged.`] : []),
          ...(calendar === undefined ? [`${ctx.platform} keeps no calendar: nothing is known of plans.`] : []),
          ...atlOnlyNotes(history, today, ctx.platform),
          ...morning.notes,
          ...doubtsOf(days, morning.metrics),
          ...skippedNotes(entries?.skipped ?? {}, 'calendar entries'),
        ],
        [ctx.call('get_training_load', {}), planned.length > 0 ? ctx.call('project_load', {}) : undefined],
      ),
    };
  },
});
