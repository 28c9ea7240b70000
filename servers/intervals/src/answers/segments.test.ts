import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../test/connected.ts';

const tool = 'icu_get_activity_splits';
const by = 'segment';

describe('the segments of an activity', () => {
  const server = connected();

  it('measures each segment over the samples that the service names', async () => {
    const activity_id = server.newest({ sport: 'GravelRide' });
    const { structured } = await server.call(tool, { by, activity_id });
    const { activities } = server.sandbox.emulator.state.me;
    const { channels, time, length } = activities.recording(activities.find(activity_id)!)!;
    const [from, to] = [Math.round(0.4 * length), Math.round(0.6 * length)];
    expect(objects(structured)[1]).toMatchObject({
      name: expect.stringContaining('rise'),
      start_s: time[from],
      time_s: time[to - 1]! - time[from]!,
      distance_km: expect.closeTo((channels.distance![to - 1]! - channels.distance![from]!) / 1000, 1),
    });
  });

  it('says when there is none', async () => {
    const { structured } = await server.call(tool, { by, activity_id: YESTERDAY_RIDE });
    expect(structured).toMatchObject({ rows: [], notes: ['No segment on this activity.'] });
  });

  it('explains a Strava activity', async () => {
    const { failure } = await server.call(tool, { by, activity_id: server.newest({ source: 'STRAVA' }) });
    expect(failure?.kind).toBe('blocked');
  });
});
