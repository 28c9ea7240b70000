import { addDays, day, daysBetween, Failure, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { dailyLoads } from '@core/metrics/load';
import { taper } from '@core/metrics/planning';
import { whole, within } from '../../answer/bounds.ts';
import { aboutShape, closing, group, recorded } from '../../answer/notes.ts';
import { forecast } from '../../forecast/path.ts';
import { openLoads, startOf } from '../../forecast/state.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { raceOf } from '../../planning/race.ts';

const BUDGET_MS = 45_000;

export default defineSharedTool({
  name: 'plan_taper',
  title: 'Taper to a race',
  toolset: 'planning',
  effect: 'read',
  needs: ['load'],
  uses: ['calendar'],
  userText: ['race'],
  description: 'Daily loads that bring form to a target on race morning.',
  input: z.object({
    race_day: z.optional(day),
    target_form: z.optional(within(-50, 80)),
    taper_days: z.optional(whole(1, 28)),
  }),
  output: z.object({
    ...aboutShape,
    race: group,
    taper: z.optional(group),
    ...rowsShape,
    refused: z.optional(z.string()),
  }),
  examples: [{ race_day: '2026-11-29' }],
  handler: async (ctx, { race_day, target_form = 15, taper_days }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const options = { budgetMs: BUDGET_MS, onProgress: ctx.progress };
    const [start, entries] = await Promise.all([
      startOf(ctx.ports, athlete, today, options),
      ctx.ports.calendar?.list(athlete, { oldest: today, newest: addDays(today, 180) }),
    ]);
    const race = raceOf(entries?.items ?? [], today, race_day);
    const before = daysBetween(today, race.day) - 1;
    if (before < 1 || before > 364) {
      throw new Failure('bad_input', `The race on ${race.day} must be 2 to 365 days away`, {
        next: `give race_day from ${addDays(today, 2)} on`,
      });
    }
    const { planned, withoutLoad } = openLoads(entries, today);
    const known = planned.filter(({ day: date, load }) => load !== null && date > today && date < race.day);
    const source = known.length > 0 ? 'as planned' : 'the usual load of six weeks';
    const untouched =
      known.length > 0
        ? [...dailyLoads(known, { from: addDays(today, 1), to: addDays(race.day, -1) })!.values]
        : start.usualLoad;
    const state = endOfToday(
      start,
      planned.filter(({ day: date }) => date === today),
      ctx.ports.calendar !== undefined,
    );
    const found = taper({
      convention: start.convention,
      state,
      today,
      raceDay: race.day,
      targetForm: target_form,
      planned: untouched,
      ...(taper_days !== undefined && { days: taper_days }),
    });
    const about = {
      as_of: today,
      race: recorded({ date: race.day, name: race.name, days_left: daysBetween(today, race.day), target_form }),
      coverage: {
        history_days: start.days,
        unknown_days: start.unknownDays,
        loads: source,
        planned_sessions: known.length,
        without_load: withoutLoad.length,
      },
    };
    const closed = closing(
      [
        'Form is CTL − ATL of the evening before the race. Loads are amounts, not sessions: keep intensity, cut volume.',
      ],
      [
        ctx.call('project_load', { until: race.day }),
        ctx.call('get_race_readiness', race_day === undefined ? {} : { race_day }),
      ],
    );
    if (found.value === null) {
      return { ...about, method: 'linear taper', columns: [], rows: [], refused: found.detail, ...closed };
    }
    const { starts, days, reduction, loads, race: morning, untapered } = found.value;
    return {
      ...about,
      method: `${found.method}; up to 21 days and 60 % less (Bosquet 2007); state of this evening by our recursion`,
      taper: {
        starts,
        days,
        reduction_pct: 100 * reduction,
        projected_ctl: morning.ctl,
        projected_atl: morning.atl,
        projected_form: morning.form,
        untapered_form: Math.round(untapered.form * 10) / 10,
      },
      ...toRows(
        loads.slice(-28).map(({ day: date, load }) => ({ date, load, taper: date >= starts ? true : null })),
        ['date', 'load', 'taper'],
      ),
      ...closed,
    };
  },
});

/** CTL and ATL of this evening: with what is still open today where a calendar says so. */
function endOfToday(
  start: Awaited<ReturnType<typeof startOf>>,
  open: readonly { day: string; load: number | null }[],
  hasCalendar: boolean,
) {
  if (!hasCalendar || open.length === 0) return start.now;
  const [day] = forecast({ ...start, planned: open, today: open[0]!.day, until: open[0]!.day });
  return { ctl: day!.projected_ctl, atl: day!.projected_atl };
}
