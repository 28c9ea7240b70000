import { addDays, day, daysBetween, Failure, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { counted } from '../../answer/counted.ts';
import { aboutShape, closing, group, recorded } from '../../answer/notes.ts';
import { forecast } from '../../forecast/path.ts';
import { openLoads, startOf } from '../../forecast/state.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { draftLoad, draftSession } from '../../planning/draft.ts';

const MOST_DAYS = 180;
const MOST_ROWS = 42;
const BUDGET_MS = 45_000;

export default defineSharedTool({
  name: 'project_load',
  title: 'Project load',
  toolset: 'planning',
  effect: 'read',
  needs: ['load'],
  uses: ['calendar'],
  description: 'What a draft week would do to form; writes nothing.',
  input: z.object({
    draft: z.optional(z.array(draftSession)),
    until: z.optional(day),
  }),
  output: z.object({ ...aboutShape, start: group, end: group, without_draft: z.optional(group), ...rowsShape }),
  examples: [{}, { draft: [{ date: '2027-01-02', minutes: 90, if: 0.7 }], until: '2027-01-03' }],
  handler: async (ctx, { draft = [], until }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const drafted = draft.map((session) => draftLoad(session, today));
    const end = lastDay(
      until,
      drafted.map(({ day: date }) => date),
      today,
    );
    const options = { budgetMs: BUDGET_MS, onProgress: ctx.progress };
    const { calendar } = ctx.ports;
    const [start, entries] = await Promise.all([
      startOf(ctx.ports, athlete, today, options),
      calendar?.list(athlete, { oldest: today, newest: end }, { only: ['session', 'race'] }),
    ]);
    const { planned, withoutLoad } = openLoads(entries, today);
    const replaced = new Set(drafted.map(({ day: date }) => date));
    const kept = planned.filter(({ day: date }) => !replaced.has(date));
    const path = { ...start, today, until: end };
    const days = forecast({ ...path, planned: [...kept, ...drafted] });
    const last = days.at(-1)!;
    // Without a calendar nobody knows of a race: the last day stands for it.
    const race = calendar === undefined ? { race_day: end } : {};
    const alone = drafted.length > 0 && planned.length > 0 ? forecast({ ...path, planned }).at(-1)! : undefined;
    return {
      method: `${ctx.platform}’s convention from our own state of yesterday evening; today counts what was done and what is open.`,
      as_of: today,
      coverage: {
        history_days: start.days,
        unknown_days: start.unknownDays,
        planned_sessions: kept.length,
        drafted_sessions: drafted.length,
        without_load: withoutLoad.length,
      },
      start: recorded({
        ...start.now,
        form: start.formNow,
        load: start.doneToday,
        usual_daily_load: Math.round(start.usualLoad),
      }),
      end: recorded({ ...last }),
      ...(alone !== undefined && { without_draft: recorded({ ...alone }) }),
      ...toRows(
        thinned(days).map((each) => ({ ...each })),
        ['date', 'planned_load', 'projected_ctl', 'projected_atl', 'projected_form', 'ramp'],
      ),
      ...closing(
        [
          ...(withoutLoad.length > 0
            ? [
                `${counted(withoutLoad.length, 'planned session has no load and counts', 'planned sessions have no load and count')} as rest.`,
              ]
            : []),
          ...(days.length > MOST_ROWS
            ? ['Rows are every seventh day and the last; loads are those of the day alone.']
            : []),
          ...(calendar === undefined ? ['Only the draft counts: no calendar is read.'] : []),
          ...(days.some(({ ramp }) => ramp !== null && ramp > 8) ? ['CTL rises by more than 8 in a week.'] : []),
        ],
        [ctx.call('plan_taper', race), ctx.call('get_race_readiness', race)],
      ),
    };
  },
});

function lastDay(until: string | undefined, drafted: readonly string[], today: string): string {
  const end = until ?? [addDays(today, 14), ...drafted].sort().at(-1)!;
  const days = daysBetween(today, end);
  if (days < 0 || days > MOST_DAYS) {
    throw new Failure('bad_input', `until ${end} must lie ${today} to ${addDays(today, MOST_DAYS)}`, {
      next: `use until: "${addDays(today, 14)}"`,
    });
  }
  return end;
}

function thinned<T>(days: readonly T[]): readonly T[] {
  return days.length <= MOST_ROWS ? days : days.filter((_, i) => i % 7 === 0 || i === days.length - 1);
}
