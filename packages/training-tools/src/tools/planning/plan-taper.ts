import { addDays, day, daysBetween, Failure, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { dailyLoads } from '@core/metrics/load';
import { type FitnessState, type PlannedLoad, taper } from '@core/metrics/planning';
import { whole, within } from '../../answer/bounds.ts';
import { aboutShape, closing, group, recorded } from '../../answer/notes.ts';
import { forecast } from '../../forecast/path.ts';
import { openLoads, type Start, startOf } from '../../forecast/state.ts';
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
      ctx.ports.calendar?.list(athlete, { oldest: today, newest: addDays(today, 180) }, { only: ['session', 'race'] }),
    ]);
    const race = raceOf(entries?.items ?? [], today, race_day);
    const daysLeft = daysBetween(today, race.day);
    if (daysLeft < 2 || daysLeft > 365) {
      throw new Failure('bad_input', `The race on ${race.day} must be 2 to 365 days away`, {
        next: `give race_day from ${addDays(today, 2)} on`,
      });
    }
    const { planned, withoutLoad } = openLoads(entries, today);
    const until = untapered(planned, start.usualLoad, today, race.day);
    const found = taper({
      convention: start.convention,
      state: endOfToday(start, planned, today),
      today,
      raceDay: race.day,
      targetForm: target_form,
      planned: until.loads,
      ...(taper_days !== undefined && { days: taper_days }),
    });
    return {
      as_of: today,
      race: recorded({ date: race.day, name: race.name, days_left: daysLeft, target_form }),
      coverage: {
        history_days: start.days,
        unknown_days: start.unknownDays,
        loads: until.source,
        planned_sessions: until.sessions,
        without_load: withoutLoad.length,
      },
      ...shown(found),
      ...closing(
        [
          'Form is CTL − ATL of the evening before the race. Loads are amounts, not sessions: keep intensity, cut volume.',
        ],
        [
          ctx.call('project_load', daysLeft <= 180 ? { until: race.day } : {}),
          ctx.call('get_race_readiness', race_day === undefined ? {} : { race_day }),
        ],
      ),
    };
  },
});

/** The taper, or why there is none. */
function shown(found: ReturnType<typeof taper>) {
  if (found.value === null) return { method: 'linear taper', columns: [], rows: [], refused: found.detail };
  const { starts, days, reduction, loads, race: morning, untapered: without } = found.value;
  return {
    method: `${found.method}; up to 21 days and 60 % less (Bosquet 2007); state of this evening by our recursion`,
    taper: {
      starts,
      days,
      reduction_pct: 100 * reduction,
      projected_ctl: morning.ctl,
      projected_atl: morning.atl,
      projected_form: morning.form,
      untapered_form: Math.round(without.form * 10) / 10,
    },
    ...toRows(
      loads.slice(-28).map(({ day: date, load }) => ({ date, load, taper: date >= starts ? true : null })),
      ['date', 'load', 'taper'],
    ),
  };
}

/** A plan that ends longer than this before a race goes on as usual: nobody means to rest for weeks. */
const PLAN_END_DAYS = 7;

/** The load of each day from tomorrow to the day before the race, if nobody tapered. */
function untapered(planned: readonly PlannedLoad[], usual: number, today: string, raceDay: string) {
  const known = planned.filter(({ day: date, load }) => load !== null && date > today && date < raceDay);
  const last = known
    .map(({ day: date }) => date)
    .sort()
    .at(-1);
  if (last === undefined) return { loads: usual, source: 'the usual load of six weeks', sessions: 0 };
  const from = addDays(today, 1);
  const loads = [...dailyLoads(known, { from, to: addDays(raceDay, -1) })!.values];
  if (daysBetween(last, raceDay) <= PLAN_END_DAYS) return { loads, source: 'as planned', sessions: known.length };
  const after = daysBetween(from, last) + 1;
  const source = `as planned to ${last}, then the usual load`;
  return { loads: loads.map((load, i) => (i < after ? load : usual)), source, sessions: known.length };
}

/** CTL and ATL of this evening, with what is still open today. */
function endOfToday(start: Start, planned: readonly PlannedLoad[], today: string): FitnessState {
  const open = planned.filter(({ day: date }) => date === today);
  if (open.length === 0) return start.now;
  const [day] = forecast({ ...start, planned: open, today, until: today });
  return { ctl: day!.projected_ctl, atl: day!.projected_atl };
}
