import { addDays, type Cell, daysBetween, Failure, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { counted } from '../../answer/counted.ts';
import { aboutShape, closing, skippedNotes } from '../../answer/notes.ts';
import { fitnessDays, ownFitness } from '../../form/fitness.ts';
import { defineSharedTool, type TrainingContext } from '../../mount/shared-tool.ts';
import type { Best, RecordMeasure, SportFamily } from '../../ports/index.ts';
import { speedColumns, speedOf } from '../../recording/pace.ts';
import { bestAt, periodOf } from '../../records/period.ts';

const USUAL: Readonly<Record<RecordMeasure, readonly number[]>> = {
  power: [5, 60, 300, 1200, 3600],
  heart_rate: [60, 300, 1200, 3600],
  pace: [1000, 5000, 10_000, 21_097.5],
};
const USUAL_SWIM = [100, 400, 1500];
/** A longer stretch of days is not read for form: the answer says so. */
const MOST_FORM_DAYS = 800;
const BUDGET_MS = 45_000;

export default defineSharedTool({
  name: 'get_records',
  title: 'Records with form',
  toolset: 'analysis',
  effect: 'read',
  needs: ['records'],
  uses: ['load'],
  description: 'Bests by period, with CTL and form of that day.',
  input: z.object({
    measure: z.optional(z.enum(['power', 'heart_rate', 'pace', 'swim_pace'])),
    at: z.optional(z.array(z.number())).describe('s; m for pace'),
    periods: z.optional(z.array(z.string())).describe('90d, 2026, day..day'),
  }),
  output: z.object({ ...aboutShape, ...rowsShape }),
  examples: [{ periods: ['60d'] }],
  handler: async (ctx, { measure: asked = 'power', at, periods }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const { records } = ctx.ports;
    const measure = asked === 'swim_pace' ? 'pace' : asked;
    if (!records.measures.includes(measure)) {
      throw new Failure('bad_input', `${ctx.platform} has no ${measure} records`, {
        next: `use measure: "${records.measures[0]}"`,
      });
    }
    const family = ({ power: 'ride', heart_rate: 'ride', pace: 'run', swim_pace: 'swim' } as const)[asked];
    const year = Number(today.slice(0, 4));
    const named = periods ?? [String(year), String(year - 1)];
    const positions = at ?? (family === 'swim' && measure === 'pace' ? USUAL_SWIM : USUAL[measure]);
    const curves = await records.curves(athlete, {
      measure,
      family,
      ranges: named.map((text) => periodOf(text, today)),
      at: positions,
    });
    const found = positions.flatMap((position) =>
      curves.map(({ bests }, i) => ({ position, period: named[i]!, best: bestAt(bests, position) })),
    );
    const form = await formOn(
      ctx,
      found.flatMap(({ best }) => best?.day ?? []),
    );
    const rows = found.map((each) => rowOf(each, measure, family, form.days.get(each.best?.day ?? '')));
    const missing = found.filter(({ best }) => best === undefined).length;
    const skipped = Object.assign({}, ...curves.map(({ skipped: each }) => each)) as Record<string, number>;
    return {
      method: `Bests of ${family}s by elapsed time; CTL and form of the evening of that day, by ${form.by}.`,
      as_of: today,
      coverage: {
        periods: curves.map(({ range }) => `${range.oldest} to ${range.newest}`),
        asked: found.length,
        found: found.length - missing,
        days_with_form: form.days.size,
      },
      ...toRows(rows, columns),
      ...closing(
        [
          ...skippedNotes(skipped, 'activities'),
          ...(missing > 0
            ? [
                `${counted(missing, 'has', 'have')} no record: too short, not recorded, or no such activity in the period.`,
              ]
            : []),
          ...form.notes,
        ],
        [
          found[0]?.best?.activityId == null
            ? undefined
            : ctx.call('analyze_activity', { activity_id: found[0].best.activityId }),
        ],
      ),
    };
  },
});

const columns = [
  'duration_s',
  'distance_km',
  'period',
  'power_w',
  'hr_bpm',
  'time_s',
  ...speedColumns,
  'date',
  'activity_id',
  'ctl',
  'form',
];

/** What was looked for and found in a period. */
interface Found {
  readonly position: number;
  readonly period: string;
  readonly best: Best | undefined;
}

function rowOf(
  { position, period, best }: Found,
  measure: RecordMeasure,
  family: SportFamily,
  form: { readonly ctl: number; readonly form: number } | undefined,
): Record<string, Cell> {
  return {
    ...(measure === 'pace' ? { distance_km: position / 1000 } : { duration_s: position }),
    period,
    ...shown(measure, family, best),
    date: best?.day ?? null,
    activity_id: best?.activityId ?? null,
    ...form,
  };
}

function shown(measure: RecordMeasure, family: SportFamily, best: Best | undefined): Record<string, Cell> {
  if (measure === 'power') return { power_w: best?.value ?? null };
  if (measure === 'heart_rate') return { hr_bpm: best?.value ?? null };
  return { time_s: best?.value ?? null, ...speedOf(family, best === undefined ? null : best.at / best.value) };
}

/** CTL and form of some days, from one history that reaches from the first to the last of them. */
async function formOn(ctx: TrainingContext<'records', 'load'>, wanted: readonly string[]) {
  const nothing = { days: new Map<string, { ctl: number; form: number }>(), by: 'nobody', notes: [] as string[] };
  const { load } = ctx.ports;
  const sorted = [...wanted].sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (load === undefined || first === undefined || last === undefined) return nothing;
  if (daysBetween(first, last) > MOST_FORM_DAYS) {
    return {
      ...nothing,
      notes: [`The records lie more than ${MOST_FORM_DAYS} days apart: form is left out; ask for nearer periods.`],
    };
  }
  const range = { oldest: addDays(first, -1 - load.warmUpDays), newest: last };
  const history = await load.history(await ctx.athlete(), range, { budgetMs: BUDGET_MS, onProgress: ctx.progress });
  const days = fitnessDays(history, ownFitness(history)).filter(({ day }) => wanted.includes(day));
  return {
    days: new Map(days.map(({ day, ctl, form }) => [day, { ctl, form }])),
    by: days.some(({ by }) => by === 'platform') ? ctx.platform : 'our recursion',
    notes: [],
  };
}
