import * as z from '@core/mcp-kit/schema';
import { changeResult, writeValues } from '../../answers/change.ts';
import {
  activityBody,
  activityFields,
  checkReferences,
  editableValues,
  ownFields,
} from '../../domain/activity/editable.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { checkedValues } from '../../domain/fields/write.ts';
import { localDay } from '../../domain/local-time.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_activity',
  title: 'Change an activity',
  toolset: 'activity-edit',
  effect: 'update',
  userText: ['item', 'changed'],
  description: 'Changes one activity; null clears, planned_event_id pairs it with its plan.',
  input: z.object({
    activity_id: activityId,
    values: z
      .record(z.string(), z.unknown())
      .describe(
        'name, description, sport, sub_type, indoor, tags, rpe_1to10, feel_1to5_1_is_strong, load, gear_id, planned_event_id, own fields by code…',
      ),
  }),
  output: changeResult,
  examples: [{ activity_id: 'i89000582', values: { rpe_1to10: 7, tags: ['threshold'] } }],
  handler: async (ctx, { activity_id, values }) => {
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete, { toChange: true });
    const own = await ownFields(ctx.port, athlete.id, values);
    const wanted = checkedValues(values, [...activityFields, ...own]);
    await checkReferences(ctx.port, athlete.id, wanted);
    const before = editableValues(activity, own);
    return writeValues(ctx, {
      what: `Change activity "${activity.name ?? activity_id}" of ${localDay(activity.start_date_local)}`,
      before,
      values: wanted,
      version: JSON.stringify(before),
      write: (changed) => ctx.port.activityEdits.update({ activity: activity_id, patch: activityBody(changed, own) }),
      readBack: async () => editableValues(await ctx.port.activities.getToChange({ activity: activity_id }), own),
    });
  },
});
