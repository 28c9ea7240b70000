import { addDays, day, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { bestOf } from '../../domain/ride/best.ts';
import type { RideDerivatives } from '../../domain/ride/derivatives.ts';
import { CURVE_DURATIONS } from '../../domain/ride/derive.ts';
import { rideWords } from '../../language/rides.ts';
import { activityId } from '../../params/ride.ts';
import { defineTool } from '../../tool.ts';

/** Leaves time to answer before a host gives up. */
const BUDGET_MS = 40_000;

export default defineTool({
  name: 'igp_get_power_curve',
  title: 'Power curve',
  toolset: 'activities',
  effect: 'read',
  description:
    'Best mean power or heart rate by duration, over one ride or all rides of a period, and which ride each came from.',
  input: z.object({
    activity_id: z.optional(activityId).describe('Instead of a period'),
    oldest: day.optional().describe('Default: 90 days ago'),
    newest: day.optional().describe('Default: today'),
    channel: z.optional(z.enum(['power', 'heart_rate'])),
  }),
  output: z.object({
    ...rowsShape,
    coverage: z.object({ rides: z.number(), with_data: z.number(), failed: z.number(), not_tried: z.number() }),
    ...notesShape,
  }),
  examples: [{ oldest: '2026-10-01' }, { activity_id: '41200581' }],
  handler: async (ctx, { activity_id, oldest, newest, channel = 'power' }) => {
    const { units } = await ctx.athlete();
    const words = rideWords(ctx.port.language);
    const last = newest ?? (await ctx.today());
    const ids =
      activity_id === undefined
        ? (await ctx.port.activities.list({ oldest: oldest ?? addDays(last, -90), newest: last })).items
            .filter(({ exerciseType }) => exerciseType === null || exerciseType === 0)
            .map(({ rideId }) => rideId)
        : [activity_id];
    const curveOf = ({ power, heartRate }: RideDerivatives) => (channel === 'power' ? power : heartRate)?.curve;
    const outcomes = await ctx.port.rides.deriveEach(ids, curveOf, { onProgress: ctx.progress, budgetMs: BUDGET_MS });
    const [only] = outcomes;
    if (activity_id !== undefined && only?.state === 'failed') throw only.failure;
    const curves = outcomes.flatMap((outcome) =>
      outcome.state === 'done' && outcome.derived !== undefined ? [{ ride: outcome.ride, curve: outcome.derived }] : [],
    );
    const name = channel === 'power' ? 'power_w' : 'hr_bpm';
    const rows = bestOf(curves, CURVE_DURATIONS).map(({ value, ...row }) => ({ ...row, [name]: value }));
    const count = (state: string) => outcomes.filter((outcome) => outcome.state === state).length;
    return {
      ...present(
        toRows(rows as Record<string, string | number>[], ['duration_s', name, 'activity_id', 'start_s']),
        units,
      ),
      coverage: {
        rides: ids.length,
        with_data: curves.length,
        failed: count('failed'),
        not_tried: count('not_tried'),
      },
      ...noted(
        channel === 'power' ? words.pausesCount : words.noHoles,
        ...(count('not_tried') > 0 ? [words.goOn] : []),
        ...(rows.length === 0 ? [channel === 'power' ? words.noPower : words.noHeartRate] : []),
      ),
    };
  },
});
