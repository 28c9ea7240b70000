import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { IntervalsPort } from '../../client/index.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { activityRow } from '../../domain/activity/row.ts';
import { localDay } from '../../domain/local-time.ts';
import { orUndefined } from '../../domain/or-undefined.ts';
import { recorded } from '../../domain/recorded.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_delete_activity',
  title: 'Delete an activity',
  toolset: 'activity-edit',
  effect: 'delete',
  userText: ['name'],
  description: 'Deletes ONE activity for good; allow_reupload lets its file come back, later too.',
  input: z.object({ activity_id: activityId, allow_reupload: z.optional(z.boolean()) }),
  output: z.object({ deleted: z.record(z.string(), z.unknown()), may_be_uploaded_again: z.boolean() }),
  examples: [{ activity_id: 'i89000582' }, { activity_id: 'i89000579', allow_reupload: true }],
  handler: async (ctx, { activity_id, allow_reupload = false }) => {
    const athlete = await ctx.athlete();
    const found = await existing(ctx.port, activity_id);
    const again = allow_reupload ? ', and let its file be uploaded again' : '';
    if (found === undefined) {
      if (!allow_reupload) throw gone(activity_id);
      await ctx.confirm({ summary: `Let the deleted activity ${activity_id} be uploaded again`, diff: [] });
      await ctx.port.activityEdits.removeTombstone({ activity: activity_id });
      return { deleted: { id: activity_id }, may_be_uploaded_again: true };
    }
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    const day = localDay(activity.start_date_local);
    await ctx.confirm({
      summary: `Delete ${activity.type ?? 'activity'} "${activity.name ?? activity_id}" of ${day}${athlete.isSelf ? '' : ` of ${athlete.name}`}${again}`,
      diff: [],
      version: JSON.stringify(activityRow(activity)),
      ...(day !== null && { day }),
    });
    await ctx.port.activityEdits.remove({ activity: activity_id });
    if ((await existing(ctx.port, activity_id)) !== undefined) {
      throw new Failure('upstream', `Intervals.icu confirmed the deletion of ${activity_id}, yet still shows it`, {
        next: 'look at the activity again in a minute',
      });
    }
    if (allow_reupload) await ctx.port.activityEdits.removeTombstone({ activity: activity_id });
    return { deleted: recorded(activityRow(activity)), may_be_uploaded_again: allow_reupload };
  },
});

function existing(port: IntervalsPort, activity: string): Promise<object | undefined> {
  return orUndefined(port.activities.getToChange({ activity }));
}

function gone(id: string): Failure {
  return new Failure('not_found', `There is no activity ${id}`, {
    next: 'take an id of icu_get_activities_by_date; for one that was deleted, allow_reupload lets its file come back',
  });
}
