import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../../test/connected.ts';

const tool = 'icu_get_activity_splits';

describe(tool, () => {
  const server = connected();
  const recordingOf = (id: string) => {
    const { activities } = server.sandbox.emulator.state.me;
    return activities.recording(activities.find(id)!)!;
  };

  it('cuts a run into kilometres that add up to what was run', async () => {
    const run = server.newest({ sport: 'Run' });
    const { structured } = await server.call(tool, { activity_id: run });
    const splits = objects(structured);
    expect(splits.slice(0, -1).every(({ distance_km }) => distance_km === 1)).toBe(true);
    const { channels, time } = recordingOf(run);
    const metres = splits.reduce((sum, { distance_km }) => sum + Number(distance_km), 0) * 1000;
    expect(metres).toBeCloseTo(channels.distance!.at(-1)! - channels.distance![0]!, -1.5);
    const seconds = splits.reduce((sum, { time_s }) => sum + Number(time_s), 0);
    expect(Math.abs(seconds - time.at(-1)!)).toBeLessThanOrEqual(splits.length);
    expect(splits[0]).toMatchObject({ pace_s_per_km: splits[0]?.time_s, average_hr_bpm: expect.any(Number) });
  });

  it('gives the means of the seconds of each split', async () => {
    const { structured } = await server.call(tool, { activity_id: YESTERDAY_RIDE, every_m: 10_000 });
    const [first] = objects(structured);
    const { distance, power } = recordingOf(YESTERDAY_RIDE).channels;
    const end = distance!.findIndex((metres) => metres >= distance![0]! + 10_000);
    const mean =
      Array.from(power!)
        .slice(0, end)
        .reduce((sum, watts) => sum + watts, 0) / end;
    expect(Math.abs(Number(first?.average_power_w) - mean)).toBeLessThanOrEqual(1);
  });

  it('measures one stretch as Intervals.icu does', async () => {
    const { structured } = await server.call(tool, { activity_id: YESTERDAY_RIDE, from_s: 600, to_s: 1800 });
    expect(objects(structured)).toEqual([
      expect.objectContaining({ start_s: 600, moving_time_s: 1200, average_power_w: expect.any(Number) }),
    ]);
  });

  it('refuses a stretch outside, and an activity without distance', async () => {
    const outside = await server.call(tool, { activity_id: YESTERDAY_RIDE, from_s: 90_000, to_s: 91_000 });
    expect(outside.failure?.kind).toBe('bad_input');
    const flat = await server.call(tool, { activity_id: YESTERDAY_RIDE, min_grade_pct: 3 });
    expect(flat.failure?.next).toBe('add by: "climb"');
    const gym = await server.call(tool, { activity_id: server.newest({ sport: 'WeightTraining' }) });
    expect(gym.failure?.kind).toBe('not_found');
  });

  it('stays within the budget on a ride of twelve hours', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call(tool, { activity_id: heavy.longest(), every_m: 1000, limit: 200 });
    expect(answer.failure).toBeUndefined();
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.cap);
  });
});
