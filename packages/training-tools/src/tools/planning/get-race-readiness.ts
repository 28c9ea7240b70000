import { addDays, day, daysBetween, Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { readiness } from '@core/metrics/readiness';
import { aboutShape, closing, group, recorded } from '../../answer/notes.ts';
import { forecast } from '../../forecast/path.ts';
import { openLoads, startFrom } from '../../forecast/state.ts';
import { atlOnlyNotes } from '../../form/atl-only.ts';
import { fitnessDays, loadsOf, ownFitness } from '../../form/fitness.ts';
import { signsOf, standing } from '../../form/signs.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { adherence } from '../../planning/adherence.ts';
import { gapsBefore } from '../../planning/gaps.ts';
import { keySessionLine, keySessions } from '../../planning/key-sessions.ts';
import { raceOf } from '../../planning/race.ts';
import { doubtsOf, judgeMorning } from '../../wellness/morning.ts';

const HISTORY_DAYS = 60;
const KEY_DAYS = 28;
const BUDGET_MS = 45_000;

export default defineSharedTool({
  name: 'get_race_readiness',
  title: 'Race readiness',
  toolset: 'planning',
  effect: 'read',
  needs: ['load', 'activities'],
  uses: ['wellness', 'calendar'],
  userText: ['race', 'key_sessions'],
  description: 'Ready to race? Evidence: form path, key sessions, wellness, gaps; never a score.',
  input: z.object({ race_day: z.optional(day) }),
  output: z.object({
    ...aboutShape,
    race: group,
    form: group,
    key_sessions: z.array(group),
    wellness: z.array(group),
    gaps: z.array(z.string()),
  }),
  examples: [{ race_day: '2026-11-29' }],
  handler: async (ctx, { race_day }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const { load, activities, wellness, calendar } = ctx.ports;
    const range = { oldest: addDays(today, 1 - HISTORY_DAYS), newest: today };
    const options = { budgetMs: BUDGET_MS, onProgress: ctx.progress };
    const [history, done, mornings, entries] = await Promise.all([
      load.history(athlete, { ...range, oldest: addDays(range.oldest, -load.warmUpDays) }, options),
      activities.list(athlete, range, options),
      wellness?.days(athlete, range),
      calendar?.list(
        athlete,
        { oldest: addDays(today, -KEY_DAYS), newest: addDays(today, 180) },
        { only: ['session', 'race'] },
      ),
    ]);
    const race = raceOf(entries?.items ?? [], today, race_day);
    const daysLeft = daysBetween(today, race.day);
    if (daysLeft < 0)
      throw new Failure('bad_input', `The race on ${race.day} lies before today, ${today}`, {
        next: 'give a day from today on',
      });
    const own = ownFitness(history);
    const last = fitnessDays(history, own).at(-1)!;
    const start = startFrom(history, own);
    const { planned, withoutLoad } = openLoads(entries, today);
    const untilRace = planned.filter(({ day: date }) => date < race.day);
    const eve =
      daysLeft === 0
        ? start.yesterday
        : eveOf(forecast({ ...start, today, until: addDays(race.day, -1), planned: untilRace }));
    const morning = judgeMorning(mornings?.items ?? [], today);
    const signs = readiness({ ...signsOf(last, loadsOf(history)), ...morning.evidence });
    const shown = morning.metrics.slice(0, 3);
    const recent = done.items.filter(({ day: date }) => date > addDays(today, -KEY_DAYS));
    const kept = adherence(entries?.items ?? [], addDays(today, -KEY_DAYS), today);
    return {
      method: `Evidence, never a score. Race morning: CTL − ATL of the evening before${calendar === undefined ? ', at rest until then (no calendar is read)' : ', as if every open session is done'}.`,
      as_of: today,
      race: recorded({ date: race.day, name: race.name, priority: race.priority, days_left: daysLeft }),
      form: {
        now: standing(last, history),
        race_morning: { projected_ctl: eve.ctl, projected_atl: eve.atl, projected_form: eve.ctl - eve.atl },
      },
      key_sessions: keySessions(recent, 4).map(keySessionLine),
      wellness: shown,
      gaps: [
        ...(signs.value?.flags.map(({ detail }) => detail) ?? []),
        ...gapsBefore({ race, daysLeft, eve, start, planned: untilRace, recent, kept, today }),
      ],
      coverage: {
        history_days: history.days.length,
        unknown_days: start.unknownDays,
        activities_28_days: recent.length,
        ...(mornings !== undefined && { wellness_days: mornings.items.length }),
        ...(calendar !== undefined && planCoverage(kept, untilRace.length, withoutLoad.length)),
      },
      ...closing(
        [...morning.notes, ...doubtsOf(mornings, shown), ...atlOnlyNotes(history, range.oldest, ctx.platform)],
        [
          daysLeft > 1 ? ctx.call('plan_taper', race_day === undefined ? {} : { race_day }) : undefined,
          ctx.call('project_load', daysLeft <= 180 ? { until: race.day } : {}),
        ],
      ),
    };
  },
});

function planCoverage(kept: ReturnType<typeof adherence>, untilRace: number, withoutLoad: number) {
  return {
    planned_28_days: kept.planned,
    done_of_them: kept.done,
    planned_until_race: untilRace,
    without_load: withoutLoad,
  };
}

function eveOf(days: readonly { readonly projected_ctl: number; readonly projected_atl: number }[]) {
  const { projected_ctl: ctl, projected_atl: atl } = days.at(-1)!;
  return { ctl, atl };
}
