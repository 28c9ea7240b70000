import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { meanOf, tallyOf } from '@core/metrics/samples';
import { forWhom } from '../../answers/change.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { sampleTimes } from '../../domain/activity/sample-at.ts';
import { type StreamColumn, streamTable } from '../../domain/activity/stream-table.ts';
import { same } from '../../domain/fields/write.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_activity_streams',
  title: 'Overwrite streams',
  toolset: 'files',
  effect: 'update',
  files: 'in',
  bulk: true,
  description: 'Overwrites streams of one activity from a CSV as icu_download_activity_file writes it; always asks.',
  input: z.object({ activity_id: activityId, file: z.string() }),
  output: z.object({ written: z.optional(z.boolean()), changed: z.array(z.unknown()), ...notesShape }),
  examples: [{ activity_id: 'i89000582', file: 'streams.csv' }],
  handler: async (ctx, { activity_id, file }) => {
    const bytes = await ctx.files.read(file);
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    const wanted = streamTable(bytes, await sampleTimes(ctx.port, activity_id));
    const types = wanted.map(({ type }) => type);
    const read = async () => (await ctx.port.activities.streams({ activity: activity_id, types })).items;
    const before = await read();
    const valuesOf = (streams: typeof before, type: string) => streams.find((each) => each.type === type)?.data ?? [];
    const diff = wanted
      .filter(({ type, values }) => !same(valuesOf(before, type), values))
      .map(({ type, values }) => ({ field: type, before: told(valuesOf(before, type)), after: told(values) }));
    if (diff.length === 0) return { written: false, changed: [], ...noted('Nothing to change: the streams are so.') };
    await ctx.confirm({
      summary: `Overwrite ${diff.map(({ field }) => field).join(', ')} of "${activity.name ?? activity_id}"${forWhom(athlete)}`,
      diff,
      notes: ['What was recorded is gone afterwards; icu_download_activity_file with format csv keeps a copy.'],
      version: JSON.stringify(before.map(({ type, data }) => [type, told(data)])),
    });
    await ctx.port.files.overwriteStreams({ activity: activity_id, bytes });
    const stored = await read();
    const lost = wanted.filter(({ type, values }) => !same(valuesOf(stored, type), values)).map(({ type }) => type);
    return {
      changed: diff.map(({ field, before: was }) => ({ field, before: was, after: told(valuesOf(stored, field)) })),
      ...(lost.length > 0 && noted(`Intervals.icu did not take as sent: ${lost.join(', ')}.`)),
    };
  },
});

/** A stream in a few words. */
function told(values: StreamColumn['values']): string | null {
  if (values.length === 0) return null;
  const tally = tallyOf(values.map((value) => value ?? Number.NaN));
  const gaps = tally.length - tally.covered;
  return `${tally.length} samples, ${gaps} gaps, mean ${Number(meanOf(tally).toPrecision(6))}`;
}
