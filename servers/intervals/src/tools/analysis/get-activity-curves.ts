import {
  addDays,
  type CallContext,
  Failure,
  noted,
  notesShape,
  present,
  rowsShape,
  toRows,
  type Window,
  windowOf,
} from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { IntervalsPort } from '../../client/index.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import {
  activityBestRows,
  activityCurveRows,
  type CurveKind,
  columnsOf,
  curveKinds,
} from '../../domain/curve/activity-curves.ts';
import { usualDurations, usualRunDistances, usualSwimDistances } from '../../domain/curve/points.ts';
import { isSwim } from '../../domain/sport.ts';
import { activityId, newest, oldest, sport } from '../../params/index.ts';
import { listOf, numberFrom, wholeFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

type Port = IntervalsPort;

export default defineTool({
  name: 'icu_get_activity_curves',
  title: 'Curves of activities',
  toolset: 'analysis',
  effect: 'read',
  paged: { limit: 30, max: 200 },
  description: 'Bests of one activity (power also after work), or of EACH in a range.',
  input: z.object({
    kind: z.enum(curveKinds),
    activity_id: z.optional(activityId),
    oldest,
    newest,
    sport: z.optional(sport),
    durations_s: z.optional(listOf(wholeFrom(1), 20)),
    distances_m: z.optional(listOf(numberFrom(20), 20)),
    grade_adjusted: z.optional(z.boolean()),
  }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [
    { kind: 'power', activity_id: 'i89000582' },
    { kind: 'heart_rate', activity_id: 'i89000582' },
    { kind: 'pace', activity_id: 'i89000582' },
    { kind: 'power', oldest: '2026-09-01', newest: '2026-09-30', durations_s: [300, 1200] },
    { kind: 'heart_rate', oldest: '2026-09-01', newest: '2026-09-30', durations_s: [1200] },
    { kind: 'pace', sport: 'Run', oldest: '2026-09-01', newest: '2026-09-30', distances_m: [1000, 5000] },
  ],
  handler: async (ctx, { kind, activity_id, oldest, newest, ...rest }) => {
    const athlete = await ctx.athlete();
    if (activity_id !== undefined && (oldest !== undefined || newest !== undefined)) {
      throw new Failure('bad_input', 'Give activity_id, or oldest and newest', { next: 'leave one of them out' });
    }
    if (activity_id !== undefined) {
      const rows = await ofOne(ctx, activity_id, kind, rest);
      return present({ ...toRows(rows, columnsOf(rows)), ...empty(rows, kind) }, athlete.units);
    }
    const today = await ctx.today();
    const window = windowOf({ oldest, newest }, { oldest: addDays(today, -27), newest: today }, 366);
    const rows = activityBestRows(await bestsOf(ctx.port, { athlete: athlete.id, ...window, kind, ...rest }), kind);
    return present({ ...toRows(rows, columnsOf(rows)), ...empty(rows, kind) }, athlete.units);
  },
});

interface Wanted {
  readonly sport?: string | undefined;
  readonly durations_s?: readonly number[] | undefined;
  readonly distances_m?: readonly number[] | undefined;
  readonly grade_adjusted?: boolean | undefined;
}

async function ofOne(ctx: CallContext<Port>, activity: string, kind: CurveKind, wanted: Wanted) {
  const { type: sport } = await readableActivity(ctx.port, activity, await ctx.athlete());
  const { plots, activities } = ctx.port;
  const curves =
    kind === 'power'
      ? plots.powerCurves({ activity }).then(({ items }) => items)
      : kind === 'heart_rate'
        ? plots.hrCurve({ activity }).then((curve) => [curve])
        : plots.paceCurve({ activity, gap: wanted.grade_adjusted ?? false }).then((curve) => [curve]);
  const [found, { items }] = await Promise.all([curves, activities.streams({ activity, types: ['time'] })]);
  const time = items.find(({ type }) => type === 'time')?.data ?? [];
  return activityCurveRows(found, { kind, sport, wanted: positions(kind, sport, wanted), time });
}

async function bestsOf(port: Port, query: Wanted & Window & { readonly athlete: string; readonly kind: CurveKind }) {
  const { athlete, oldest, newest, kind, grade_adjusted } = query;
  const sport = query.sport ?? (kind === 'pace' ? 'Run' : 'Ride');
  const at = positions(kind, sport, query);
  const range = { athlete, oldest, newest, sport };
  if (kind === 'pace') return port.plots.paceBests({ ...range, distances: at, gap: grade_adjusted ?? false });
  if (kind === 'heart_rate') return port.plots.hrBests({ ...range, durations: at });
  return port.plots.powerBests({ ...range, durations: at });
}

function positions(kind: CurveKind, sport: string | null, { durations_s, distances_m }: Wanted): readonly number[] {
  if (kind === 'pace') return distances_m ?? (isSwim(sport) ? usualSwimDistances : usualRunDistances);
  return durations_s ?? usualDurations;
}

function empty(rows: readonly unknown[], kind: CurveKind) {
  return noted(...(rows.length === 0 ? [`Nothing with ${kind.replace('_', ' ')} there.`] : []));
}
