import { Failure, noted, notesShape, present, rowsShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { curveTable, describedWindow } from '../../domain/curve/compare.ts';
import { paceCurve, paceModels, pacePoint } from '../../domain/curve/pace.ts';
import { curveId, indoorFilter } from '../../domain/curve/period.ts';
import { usualRunDistances, usualSwimDistances } from '../../domain/curve/points.ts';
import { isRun, isSwim } from '../../domain/sport.ts';
import { curveWindow, periods } from '../../params/curve.ts';
import { sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_pace_curves',
  title: 'Pace curve',
  toolset: 'curves',
  effect: 'read',
  description: 'Fastest times by distance over a period, or against a second one; pauses count.',
  input: z.object({
    ...periods,
    sport: z.optional(sport),
    distances_m: z.optional(z.array(z.number().min(20))),
    grade_adjusted: z.optional(z.boolean()),
  }),
  output: z.object({ ...rowsShape, windows: z.array(curveWindow), models: z.array(curveWindow), ...notesShape }),
  examples: [{ period: '1y', distances_m: [5000, 10000] }],
  handler: async (
    ctx,
    { period = '90d', compare_with, indoor, sport = 'Run', distances_m, grade_adjusted = false },
  ) => {
    if (grade_adjusted && !isRun(sport)) {
      throw new Failure('bad_input', `Grade-adjusted pace exists for runs, not for ${sport}`, {
        next: 'leave grade_adjusted out',
      });
    }
    const athlete = await ctx.athlete();
    const ids = [period, ...(compare_with === undefined ? [] : [compare_with])].map(curveId);
    const { list, activities } = await ctx.port.curves.pace({
      athlete: athlete.id,
      sport,
      curves: ids,
      gap: grade_adjusted,
      ...indoorFilter(indoor),
    });
    const found = (id: string | undefined) => list.find((curve) => curve.id === id);
    const pair = { current: paceCurve(found(ids[0])), other: paceCurve(found(ids[1])), activities: activities ?? {} };
    const wanted = distances_m ?? (isSwim(sport) ? usualSwimDistances : usualRunDistances);
    const table = curveTable(pair, wanted, {
      axis: (at) => ({ distance_km: at / 1000 }),
      value: ({ at, value }) => pacePoint(sport, at, value),
    });
    const empty = ids.filter((id) => found(id) === undefined);
    return present(
      {
        ...table,
        windows: list.map(describedWindow),
        models: list.flatMap((curve) => paceModels(curve, sport)),
        ...noted(
          ...empty.map((id) => `No ${sport} in ${id}.`),
          ...(compare_with === undefined ? [] : ['change_pct is of the time: below 0 is faster.']),
        ),
      },
      athlete.units,
    );
  },
});
