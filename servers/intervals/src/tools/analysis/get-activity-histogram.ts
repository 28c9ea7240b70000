import { Failure, noted, notesShape, present, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { bucketRow, histogramColumns, histogramKinds, rowsAtBeat } from '../../domain/activity/histogram.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { activityId } from '../../params/index.ts';
import { wholeFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_activity_histogram',
  title: 'Histogram',
  toolset: 'analysis',
  effect: 'read',
  description: 'Time of one activity at each power, heart rate or pace.',
  input: z.object({
    activity_id: activityId,
    kind: z.enum(histogramKinds),
    bucket: z.optional(wholeFrom(1, 100)).describe('W or bpm'),
  }),
  output: z.object({ ...rowsShape, total_time_s: z.number(), ...notesShape }),
  examples: [
    { activity_id: 'i89000582', kind: 'power' },
    { activity_id: 'i89000582', kind: 'heart_rate', bucket: 1 },
    { activity_id: 'i89000582', kind: 'heart_rate' },
    { activity_id: 'i89000582', kind: 'pace' },
    { activity_id: 'i89000582', kind: 'grade_adjusted_pace' },
  ],
  handler: async (ctx, { activity_id, kind, bucket }) => {
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    if (bucket !== undefined && kind !== 'power' && kind !== 'heart_rate') {
      throw new Failure('bad_input', 'Histograms of pace have fixed steps', { next: 'leave bucket out' });
    }
    if (kind === 'heart_rate' && bucket === 1) {
      const rows = rowsAtBeat(await ctx.port.plots.timeAtHr({ activity: activity_id }));
      return present({ ...toRows(rows, histogramColumns), total_time_s: total(rows) }, athlete.units);
    }
    const { items, skipped } = await ctx.port.plots.histogram({
      activity: activity_id,
      kind: ({ power: 'power', heart_rate: 'hr', pace: 'pace', grade_adjusted_pace: 'gap' } as const)[kind],
      ...(bucket !== undefined && { bucket }),
    });
    const rows = items.map((each) => bucketRow(each, kind, activity.type));
    const nothing = items.length === 0 ? [`The activity has no ${kind.replaceAll('_', ' ')} recorded.`] : [];
    return present(
      {
        ...toRows(rows, histogramColumns),
        total_time_s: total(rows),
        ...noted(...nothing, ...skippedNote(skipped, 'buckets')),
      },
      athlete.units,
    );
  },
});

function total(rows: readonly { readonly time_s?: unknown }[]): number {
  return rows.reduce((sum, { time_s }) => sum + (typeof time_s === 'number' ? time_s : 0), 0);
}
