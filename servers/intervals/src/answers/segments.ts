import { type CallContext, noted, present, skippedNote, toRows } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import type { WireActivity } from '../client/wire/activity.ts';
import { segmentColumns, segmentRow, segmentStreams } from '../domain/activity/segments.ts';

/** The segments that an activity passed. */
export async function segmentTable(ctx: CallContext<IntervalsPort>, activity: WireActivity) {
  const [{ items, skipped }, { items: streams }] = await Promise.all([
    ctx.port.routes.segments({ activity: activity.id }),
    ctx.port.activities.streams({ activity: activity.id, types: segmentStreams }),
  ]);
  const rows = items.map((segment) => segmentRow(segment, streams, activity.type));
  return present(
    {
      ...toRows(rows, segmentColumns),
      ...noted(
        ...(items.length === 0 ? ['No segment on this activity.'] : []),
        ...(items.length > 0 && streams.length === 0 ? ['Times are not available: the activity has no samples.'] : []),
        ...skippedNote(skipped, 'segments'),
      ),
    },
    (await ctx.athlete()).units,
  );
}
