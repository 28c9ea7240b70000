import { noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { readableActivity } from '../../domain/activity/readable.ts';
import { sampleRange, sampleTimes } from '../../domain/activity/sample-at.ts';
import { weatherGroups } from '../../domain/activity/weather.ts';
import { recorded, recordedGroups } from '../../domain/recorded.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_activity_weather',
  title: 'Weather of an activity',
  toolset: 'analysis',
  effect: 'read',
  userText: ['description'],
  description: 'Wind, temperature and rain of one activity, or of its seconds from_s to to_s.',
  input: z.object({
    activity_id: activityId,
    from_s: z.optional(z.int().min(0)),
    to_s: z.optional(z.int().min(1)),
  }),
  output: z.object({
    part: z.record(z.string(), z.unknown()),
    weather: z.record(z.string(), z.unknown()),
    description: z.optional(z.string()),
    not_recorded: z.optional(z.array(z.string())),
    ...notesShape,
  }),
  examples: [{ activity_id: 'i89000582' }, { activity_id: 'i89000582', from_s: 600, to_s: 1800 }],
  handler: async (ctx, { activity_id, from_s, to_s }) => {
    const athlete = await ctx.athlete();
    await readableActivity(ctx.port, activity_id, athlete);
    const range =
      from_s === undefined && to_s === undefined
        ? {}
        : sampleRange(await sampleTimes(ctx.port, activity_id), from_s ?? 0, to_s);
    const found = await ctx.port.weather.ofActivity({ activity: activity_id, ...range });
    const { present: weather, missing } = recordedGroups(weatherGroups(found));
    const part = { from_s: found.start_secs, to_s: found.end_secs, moving_time_s: found.moving_time };
    return present(
      {
        part: recorded(part),
        weather,
        ...(found.description !== null && { description: found.description }),
        ...(missing.length > 0 && { not_recorded: missing }),
        ...noted(
          ...(Object.keys(weather).length === 0 ? ['Weather is not available: indoors, or without positions.'] : []),
        ),
      },
      athlete.units,
    );
  },
});
