import { present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noted, notesShape, skippedNote } from '../../answers/notes.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { segmentColumns, segmentRow, segmentStreams } from '../../domain/activity/segments.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

/** Most lines that fit an answer. */
const MOST = 100;

export default defineTool({
  name: 'icu_get_activity_segments',
  title: 'Segments',
  toolset: 'analysis',
  effect: 'read',
  userText: ['name'],
  description: 'Segments that one activity passed: where, how long, how hard.',
  input: z.object({ activity_id: activityId }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ activity_id: 'i89000582' }],
  handler: async (ctx, { activity_id }) => {
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    const [{ items, skipped }, { items: streams }] = await Promise.all([
      ctx.port.routes.segments({ activity: activity_id }),
      ctx.port.activities.streams({ activity: activity_id, types: segmentStreams }),
    ]);
    const rows = items.slice(0, MOST).map((segment) => segmentRow(segment, streams, activity.type));
    return present(
      {
        ...toRows(rows, segmentColumns),
        ...noted(
          ...(items.length === 0 ? ['No segment on this activity.'] : []),
          ...(items.length > 0 && streams.length === 0
            ? ['Times are not available: the activity has no samples.']
            : []),
          ...(items.length > MOST ? [`Only the first ${MOST} of ${items.length} are shown.`] : []),
          ...skippedNote(skipped, 'segments'),
        ),
      },
      athlete.units,
    );
  },
});
