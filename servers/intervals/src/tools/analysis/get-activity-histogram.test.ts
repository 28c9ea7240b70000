import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../../test/connected.ts';

const tool = 'icu_get_activity_histogram';
const activity_id = YESTERDAY_RIDE;

describe(tool, () => {
  const server = connected();
  const { activities } = server.sandbox.emulator.state.me;
  const { power, heartRate } = activities.recording(activities.find(activity_id)!)!.channels;

  it('counts the seconds of the recording', async () => {
    const { structured } = await server.call(tool, { activity_id, kind: 'power', bucket: 50 });
    for (const { from_w, to_w, time_s } of objects(structured)) {
      expect(time_s).toBe(power!.filter((watts) => watts >= Number(from_w) && watts < Number(to_w)).length);
    }
    expect(structured.total_time_s).toBe(power!.length);
  });

  it('counts single beats with a bucket of 1', async () => {
    const { structured } = await server.call(tool, { activity_id, kind: 'heart_rate', bucket: 1 });
    const beats = objects(structured);
    expect(beats[0]?.from_bpm).toBe(Math.min(...heartRate!.filter((bpm) => bpm > 0)));
    expect(structured.total_time_s).toBe(heartRate!.filter((bpm) => bpm > 0).length);
  });

  it('shows speed as the sport speaks of it, the slower end first', async () => {
    const { structured } = await server.call(tool, { activity_id: server.newest({ sport: 'Run' }), kind: 'pace' });
    const [slowest] = objects(structured);
    expect(Number(slowest?.from_pace_s_per_km)).toBeGreaterThan(Number(slowest?.to_pace_s_per_km));
  });

  it('refuses a step for a pace, and says what was not recorded', async () => {
    const { failure } = await server.call(tool, { activity_id, kind: 'pace', bucket: 5 });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'leave bucket out' });
    const swim = await server.call(tool, { activity_id: server.newest({ sport: 'Swim' }), kind: 'power' });
    expect(swim.failure?.kind).toBe('not_found');
  });

  it('stays within the budget on a ride of twelve hours', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call(tool, { activity_id: heavy.longest(), kind: 'heart_rate', bucket: 1 });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });
});
