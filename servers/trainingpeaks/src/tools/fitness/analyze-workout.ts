import { type Cell, evenSeries, Failure, noted, notesShape, type Part, partOf, present, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { table } from '../../answers/table.ts';
import type { WireAnalysisCharts } from '../../client/analysis/wire.ts';
import type { TrainingPeaksPort } from '../../client/index.ts';
import { curveColumns, curveRows } from '../../domain/analysis/curve.ts';
import { analysisLaps, lapColumns, recordedLaps } from '../../domain/analysis/laps.ts';
import { channelsOf } from '../../domain/analysis/series.ts';
import { analysisTotals } from '../../domain/analysis/totals.ts';
import { sportName } from '../../domain/workouts/sport.ts';
import { workoutId } from '../../params/index.ts';
import { wholeFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

const MOST_LAPS = 40;
const group = z.record(z.string(), z.unknown());

interface View {
  readonly channels?: readonly string[] | undefined;
  readonly from_s?: number | undefined;
  readonly to_s?: number | undefined;
  readonly points?: number | undefined;
}

export default defineTool({
  name: 'tp_analyze_workout',
  title: 'Analysis of a workout',
  toolset: 'fitness',
  effect: 'read',
  userText: ['title', 'name'],
  description: 'Totals and laps of a recording; its series, averaged to even steps; or its power and heart-rate curve.',
  input: z.object({
    workout_id: workoutId,
    part: z.optional(z.enum(['laps', 'streams', 'curve'])),
    channels: z.optional(z.array(z.string())).describe('power, hr, cadence, speed…'),
    from_s: z.optional(z.int().min(0)),
    to_s: z.optional(z.int().min(1)),
    points: z.optional(wholeFrom(10, 1000)),
  }),
  output: z.object({
    workout: group,
    totals: z.optional(group),
    laps: z.optional(group),
    series: z.optional(group),
    curve: z.optional(table),
    statistics: z.optional(group),
    ...notesShape,
  }),
  examples: [{ workout_id: '3500000001' }, { workout_id: '3500000001', part: 'streams', channels: ['power', 'hr'] }],
  handler: async (ctx, { workout_id, part = 'laps', ...view }) => {
    const athlete = await ctx.athlete();
    const found = await ctx.port.workouts.get({ athlete: athlete.id, workout: workout_id });
    const workout = { date: found.workoutDay, title: found.title, sport: sportName(found.workoutTypeValueId) };
    if (part === 'laps') {
      const answer = await overview(ctx.port, athlete.id, workout_id, view);
      return present({ workout, ...answer }, athlete.units);
    }
    const charts = await partOf(ctx.port.analysis.charts({ workout: workout_id }));
    if (charts.failure !== undefined) throw nothing(charts.failure);
    const answer = part === 'curve' ? curve(charts.value) : streams(charts.value, workout_id, view);
    return present({ workout, ...answer }, athlete.units);
  },
});

async function overview(port: TrainingPeaksPort, athlete: string, workout: string, { from_s = 0, to_s }: View) {
  const [summary, laps] = await Promise.all([
    partOf(port.analysis.summary({ workout })),
    partOf(port.analysis.laps({ workout })),
  ]);
  const found = laps.failure === undefined ? analysisLaps(laps.value) : [];
  const other = found.length > 0 ? undefined : await partOf(port.analysis.detailData({ athlete, workout }));
  const recorded = other === undefined || other.failure !== undefined ? [] : recordedLaps(other.value.lapsStats);
  if (summary.failure !== undefined && found.length + recorded.length === 0) throw nothing(summary.failure);
  const all = found.length > 0 ? found : recorded;
  const within = all.filter(
    ({ start_s }) => typeof start_s !== 'number' || (start_s >= from_s && start_s <= (to_s ?? Infinity)),
  );
  const shown = within.slice(0, MOST_LAPS);
  const left = within.length - shown.length;
  return {
    ...(summary.failure === undefined && { totals: analysisTotals(summary.value) }),
    ...(shown.length > 0 && { laps: { ...toRows<Record<string, Cell>>(shown, lapColumns(shown)) } }),
    ...noted(
      ...missing(summary, 'totals'),
      ...(recorded.length > 0 ? ['Laps as the device recorded them; those of the analysis service are missing.'] : []),
      ...(all.length === 0 ? ['No laps: this workout has totals only.'] : []),
      ...(left > 0
        ? [`${left} laps left out; go on with from_s: ${Math.floor(Number(within[MOST_LAPS]?.start_s ?? 0))}.`]
        : []),
    ),
  };
}

function curve(charts: WireAnalysisCharts) {
  const rows = curveRows(charts);
  if (rows.length > 0) {
    return {
      curve: toRows(rows, curveColumns),
      ...noted('Best means; a stop counts as 0 W, dropouts are never bridged.'),
    };
  }
  throw new Failure('not_found', 'The recording has neither power nor heart rate', {
    next: 'look at part streams for what there is',
  });
}

function streams(charts: WireAnalysisCharts, workout: string, { channels, from_s = 0, to_s, points = 100 }: View) {
  const { seconds, series, stats, names, missing: unrecorded } = channelsOf(charts, channels);
  const last = seconds.findLast((second) => second !== null) ?? null;
  if (last === null || series.length === 0) {
    throw new Failure('not_found', `Workout ${workout} has no such channel`, {
      next: names.length > 0 ? `ask for ${names.join(', ')}` : 'leave part out: this workout has totals only',
    });
  }
  const to = Math.min(to_s ?? last, last);
  if (from_s > to) {
    throw new Failure('bad_input', `from_s ${from_s} lies after the end of the window; the workout ends at ${last} s`, {
      next: `use from_s below to_s, both at most ${last}`,
    });
  }
  const even = evenSeries(seconds, series, { from: from_s, to, points });
  return {
    series: { ...even },
    statistics: Object.fromEntries(stats.flatMap(statistics)),
    ...noted(
      even.step_s === 1
        ? 'Every second as recorded.'
        : `Each point is the mean of ${even.step_s} s; peaks are lower than they were.`,
      'null: nothing recorded. Positions are not shown.',
      ...(unrecorded.length > 0 ? [`Not recorded: ${unrecorded.join(', ')}; there are ${names.join(', ')}.`] : []),
    ),
  };
}

/** Least, greatest and mean of the whole recording, as the service counted them. */
function statistics({ channel, min, max, mean }: ReturnType<typeof channelsOf>['stats'][number]): [string, unknown][] {
  return [
    [`min_${channel}`, min],
    [`max_${channel}`, max],
    [`mean_${channel}`, mean],
  ];
}

function missing(part: Part<unknown>, what: string): string[] {
  return part.failure === undefined
    ? []
    : [`The ${what} are missing: the analysis service could not give them (${part.failure.kind}).`];
}

function nothing(cause: Failure): Failure {
  if (cause.kind !== 'not_found') return cause;
  return new Failure('not_found', 'TrainingPeaks has no recording of this workout to analyse', {
    next: 'read the workout itself: it was entered by hand, planned only, or its file is still being read',
    cause,
  });
}
