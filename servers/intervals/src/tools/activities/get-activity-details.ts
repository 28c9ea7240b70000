import { present, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { IntervalsPort } from '../../client/index.ts';
import type { WireActivity } from '../../client/wire/activity.ts';
import { activityDetails } from '../../domain/activity/details.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { zoneTimeColumns, zoneTimes } from '../../domain/activity/zone-times.ts';
import { recorded } from '../../domain/recorded.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'icu_get_activity_details',
  title: 'Activity details',
  toolset: 'activities',
  effect: 'read',
  userText: ['name', 'description', 'tags', 'gear', 'own_fields'],
  description:
    'SUMMARY of one activity: totals, power, heart rate, load, time in zones, how it felt. Per lap: icu_get_activity_intervals.',
  input: z.object({ activity_id: activityId }),
  output: z.object({
    activity: group,
    groups: z.record(z.string(), group),
    zones: z.optional(group),
    achievements: z.optional(z.array(z.string())),
    not_recorded: z.optional(z.array(z.string())),
  }),
  examples: [{ activity_id: 'i89000582' }],
  handler: async (ctx, { activity_id }) => {
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    const { summary, groups, missing } = activityDetails(activity);
    const gear = await gearName(ctx.port, athlete.id, activity);
    const zones = zoneTimes(activity);
    const achievements = activity.icu_achievements.flatMap(({ message }) => (message === null ? [] : [message]));
    return present(
      {
        activity: recorded({ ...summary, gear }),
        groups,
        ...(zones.length > 0 && { zones: { ...toRows(zones, zoneTimeColumns) } }),
        ...(achievements.length > 0 && { achievements }),
        ...(missing.length > 0 && { not_recorded: missing }),
      },
      athlete.units,
    );
  },
});

/** The service fills only the id of an activity's gear; its name is in the list of gear, which is cached. */
async function gearName(port: IntervalsPort, athlete: string, { gear }: WireActivity): Promise<string | null> {
  if (gear === null || gear.id === null) return null;
  if (gear.name !== null) return gear.name;
  const { items } = await port.gear.list({ athlete });
  return items.find(({ id }) => id === gear.id)?.name ?? null;
}
