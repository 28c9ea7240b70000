import { evenSeries, Failure, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { WireStream } from '../../client/wire/stream.ts';
import { withoutEnds } from '../../domain/activity/gps-ends.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { seriesStatistics } from '../../domain/activity/series-statistics.ts';
import { type ChannelName, channelNames, channels, namedSeries } from '../../domain/activity/streams.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const usual: readonly ChannelName[] = ['power', 'heart_rate', 'cadence', 'speed', 'altitude'];

export default defineTool({
  name: 'icu_get_activity_streams',
  title: 'Activity streams',
  toolset: 'activities',
  effect: 'read',
  description:
    'RAW series of one activity, averaged to even steps; from_s and to_s zoom in to seconds. Per lap: icu_get_activity_intervals.',
  input: z.object({
    activity_id: activityId,
    channels: z.optional(z.array(z.enum(channelNames))),
    from_s: z.optional(z.int().min(0)),
    to_s: z.optional(z.int().min(1)),
    points: z.optional(z.int().min(10).max(1000)),
  }),
  output: z.object({
    start_s: z.number(),
    step_s: z.number(),
    points: z.number(),
    channels: z.record(z.string(), z.array(z.number().nullable())),
    lowest_mean_highest: z.record(z.string(), z.array(z.number())),
    not_recorded: z.optional(z.array(z.string())),
    ...notesShape,
  }),
  examples: [{ activity_id: 'i89000582', channels: ['power', 'heart_rate'] }],
  handler: async (ctx, { activity_id, channels: asked = usual, from_s = 0, to_s, points = 100 }) => {
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    const types = new Set([
      'time',
      ...asked.map((name) => channels[name].wire),
      ...(asked.includes('position') ? ['distance'] : []),
    ]);
    const { items } = await ctx.port.activities.streams({ activity: activity_id, types: [...types] });
    const time = items.find(({ type }) => type === 'time')?.data ?? [];
    const last = time.findLast((second) => second !== null) ?? null;
    if (last === null) {
      throw new Failure('not_found', `Activity ${activity_id} has no recorded samples`, {
        next: 'use icu_get_activity_details: it was entered by hand or its file is gone',
      });
    }
    if (from_s > Math.min(to_s ?? last, last)) {
      throw new Failure(
        'bad_input',
        `from_s ${from_s} lies after the end of the window; the activity ends at ${last} s`,
        {
          next: `use from_s below to_s, both at most ${last}`,
        },
      );
    }
    const streams = ctx.port.showGpsEnds ? items : guarded(items);
    const { series, missing } = namedSeries(streams, [...new Set(asked)], activity.type);
    const until = Math.min(to_s ?? last, last);
    const even = evenSeries(time, series, { from: from_s, to: until, points });
    return present(
      {
        ...even,
        lowest_mean_highest: seriesStatistics(time, series, from_s, until),
        ...(missing.length > 0 && { not_recorded: [...missing] }),
        ...noted(...notesOf(even.step_s, asked.includes('position') && !ctx.port.showGpsEnds)),
      },
      athlete.units,
    );
  },
});

function guarded(streams: readonly WireStream[]): WireStream[] {
  const distance = streams.find(({ type }) => type === 'distance');
  return streams.map((stream) => (stream.type === 'latlng' ? withoutEnds(stream, distance) : stream));
}

function notesOf(step: number, trimmed: boolean): string[] {
  return [
    step === 1 ? 'Every second as recorded.' : `Each point is the mean of ${step} s; peaks are lower than they were.`,
    'null: nothing recorded (a pause, or a silent sensor). 0 is data, except for heart rate.',
    ...(trimmed ? ['Positions: first and last 200 m left out, rounded to about 11 m.'] : []),
  ];
}
