import { evenSeries, Failure, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { damageNotes } from '../../answers/damage.ts';
import { recordedStreams, type StreamChannel, streamChannels } from '../../domain/ride/streams.ts';
import { rideWords } from '../../language/rides.ts';
import { activityId } from '../../params/ride.ts';
import { defineTool } from '../../tool.ts';

const usual: readonly StreamChannel[] = ['power', 'heart_rate', 'cadence', 'speed', 'altitude'];

export default defineTool({
  name: 'igp_get_activity_streams',
  title: 'Activity streams',
  toolset: 'activities',
  effect: 'read',
  description:
    'Series of one ride, averaged to even steps; from_s and to_s zoom in to seconds. Per lap: igp_get_activity_laps.',
  input: z.object({
    activity_id: activityId,
    channels: z.optional(z.array(z.enum(streamChannels))),
    from_s: z.optional(z.int().min(0)),
    to_s: z.optional(z.int().min(1)),
    points: z.optional(z.int().min(10).max(1000)).describe('Default: 100'),
  }),
  output: z.object({
    start_s: z.number(),
    step_s: z.number(),
    points: z.number(),
    channels: z.record(z.string(), z.array(z.number().nullable())),
    not_recorded: z.optional(z.array(z.string())),
    ...notesShape,
  }),
  examples: [{ activity_id: '41200581', channels: ['power', 'heart_rate'] }],
  handler: async (ctx, { activity_id, channels = usual, from_s = 0, to_s, points = 100 }) => {
    const { units } = await ctx.athlete();
    const words = rideWords(ctx.port.language);
    const ride = await ctx.port.rides.read(activity_id);
    const { seconds, series, missing } = recordedStreams(ride, channels);
    const last = seconds.length - 1;
    const to = Math.min(to_s ?? last, last);
    if (from_s > to) {
      throw new Failure('bad_input', `from_s ${from_s} lies after the end of the window; the ride ends at ${last} s`, {
        next: `use from_s below to_s, both at most ${last}`,
      });
    }
    const even = evenSeries(seconds, series, { from: from_s, to, points });
    return {
      ...present(even, units),
      ...(missing.length > 0 && { not_recorded: missing }),
      ...noted(
        even.step_s === 1 ? words.everySecond : words.means(String(even.step_s)),
        words.nullMeans,
        ...damageNotes(ride, ctx.port.language),
      ),
    };
  },
});
