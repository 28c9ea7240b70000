import * as z from '@core/mcp-kit/schema';
import { addDays } from '@core/metrics/day';
import { readiness } from '@core/metrics/readiness';
import { aboutShape, closing, group, recorded, skippedNotes } from '../../answer/notes.ts';
import { rounded } from '../../answer/rounded.ts';
import { atlOnlyNotes } from '../../form/atl-only.ts';
import { howMade } from '../../form/convention.ts';
import { fitnessDays, loadsOf, ownFitness } from '../../form/fitness.ts';
import { signsOf } from '../../form/signs.ts';
import { formToday } from '../../form/today.ts';
import { byWeek } from '../../form/weeks.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { adherence } from '../../planning/adherence.ts';
import { entryLine } from '../../planning/entries.ts';
import type { Activity } from '../../ports/index.ts';
import { isWaiting } from '../../roster/digest.ts';
import { doubtsOf, judgeMorning } from '../../wellness/morning.ts';

const HISTORY_DAYS = 60;
const BACK_DAYS = 28;
const AHEAD_DAYS = 14;
const RACE_DAYS = 120;
const MOST_RECENT = 5;
const MOST_COMING = 6;
const MOST_WEEKS = 5;
/** The judged ones come first. */
const MOST_WELLNESS = 6;
const BUDGET_MS = 45_000;

export default defineSharedTool({
  name: 'get_athlete_overview',
  title: 'Overview of an athlete',
  toolset: 'coach',
  effect: 'read',
  needs: ['roster', 'load', 'activities'],
  uses: ['wellness', 'calendar', 'conversations', 'store'],
  userText: ['recent', 'coming', 'waiting', 'goals'],
  description: 'BEFORE A CALL with an athlete: form, weeks, last sessions with feel, plan and race, wellness, goals.',
  input: z.object({}),
  output: z.object({
    ...aboutShape,
    form: group,
    flags: z.array(z.string()),
    weeks: z.array(group),
    recent: z.array(group),
    adherence: z.optional(group),
    coming: z.array(group),
    race: z.optional(group),
    wellness: z.array(group),
    goals: z.array(group),
    waiting: z.array(group),
  }),
  examples: [{}],
  handler: async (ctx) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const { load, activities, calendar, conversations, store } = ctx.ports;
    const range = { oldest: addDays(today, 1 - HISTORY_DAYS), newest: today };
    const back = addDays(today, -BACK_DAYS);
    const options = { budgetMs: BUDGET_MS, onProgress: ctx.progress };
    const [history, done, days, entries, threads, goals] = await Promise.all([
      load.history(athlete, { ...range, oldest: addDays(range.oldest, -load.warmUpDays) }, options),
      activities.list(athlete, { oldest: back, newest: today }, options),
      ctx.ports.wellness?.days(athlete, range),
      calendar?.list(
        athlete,
        { oldest: back, newest: addDays(today, RACE_DAYS) },
        { onlyRacesAfter: addDays(today, AHEAD_DAYS - 1) },
      ),
      conversations?.threads({ oldest: addDays(today, -AHEAD_DAYS), newest: today }, { who: athlete }),
      store?.list('goal'),
    ]);
    const own = ownFitness(history);
    const shown = fitnessDays(history, own);
    const morning = judgeMorning(days?.items ?? [], today);
    const signs = readiness({ ...signsOf(shown.at(-1)!, loadsOf(history)), ...morning.evidence });
    const wellness = morning.metrics.slice(0, MOST_WELLNESS);
    const planned = entries?.items ?? [];
    const ahead = planned.filter(({ day, kind }) => day >= today && kind !== 'other');
    const coming = ahead.filter(({ day }) => day <= addDays(today, AHEAD_DAYS - 1));
    const races = ahead.filter((entry) => entry.kind === 'race');
    const race = races.find(({ priority }) => priority === 'A') ?? races[0];
    return {
      method: `${howMade(history, own, ctx.platform)} Weeks begin on Monday; the last one is not over.`,
      as_of: today,
      form: formToday(history, own, planned),
      flags: signs.value?.flags.map(({ detail }) => detail) ?? [],
      weeks: byWeek(shown)
        .slice(-MOST_WEEKS)
        .map(({ from, load: sum, ctl, form, ramp }) => recorded({ from, load: rounded(sum), ctl, form, ramp })),
      recent: done.items.slice(0, MOST_RECENT).map(activityLine),
      ...(entries !== undefined && {
        adherence: { ...adherence(planned, back, today), of_days: BACK_DAYS },
      }),
      coming: coming.slice(0, MOST_COMING).map((entry) => entryLine(entry, today)),
      ...(race !== undefined && { race: entryLine(race, today) }),
      wellness,
      goals: (goals ?? [])
        .filter(({ athleteId, closed }) => athleteId === athlete.id && closed === null)
        .map(({ title, due }) => recorded({ goal: title, due })),
      waiting: (threads?.items ?? [])
        .filter((thread) => thread.athlete.id === athlete.id && isWaiting(thread))
        .map(({ where, about, lastAt, excerpt }) =>
          recorded({ where, about, at: lastAt, text: excerpt.slice(0, 160) }),
        ),
      coverage: {
        load_days: history.days.length,
        load_unknown: history.days.filter((day) => day.load === null).length,
        activities: done.items.length,
        skipped: { ...done.skipped, ...entries?.skipped },
        ...(days !== undefined && { wellness_days: days.items.length, wellness_of: HISTORY_DAYS }),
      },
      ...closing(
        [
          ...skippedNotes(done.skipped, 'activities'),
          ...doubtsOf(days, wellness),
          ...atlOnlyNotes(history, addDays(today, 1 - 7 * MOST_WEEKS), ctx.platform),
          ...(done.items.length > MOST_RECENT
            ? [`recent shows ${MOST_RECENT} of ${done.items.length} activities of ${BACK_DAYS} days.`]
            : []),
          ...(coming.length > MOST_COMING ? [`coming shows ${MOST_COMING} of ${coming.length} entries.`] : []),
          ...(calendar === undefined ? [`${ctx.platform} keeps no calendar: nothing is known of plans.`] : []),
          ...(conversations === undefined ? ['Messages are not looked at.'] : []),
          ...(store === undefined ? ['No goals are kept here.'] : []),
        ],
        [ctx.call('get_training_load', { athlete: athlete.id })],
      ),
    };
  },
});

function activityLine(each: Activity): Record<string, unknown> {
  return recorded({
    id: each.id,
    date: each.day,
    sport: each.sport,
    name: each.name,
    moving_time_s: each.movingS,
    load: each.load?.points,
    rpe_1to10: each.rpe1to10,
    ...(each.feel !== null && { [each.feel.name]: each.feel.value }),
    planned: each.plannedId !== null ? true : null,
    hidden: each.hidden,
  });
}
