import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../../test/connected.ts';

const tool = 'icu_get_power_vs_hr';
const activity_id = YESTERDAY_RIDE;

describe(tool, () => {
  const server = connected();
  const { activities } = server.sandbox.emulator.state.me;

  it('lays power and heart rate of one activity beside each other, with the decoupling of its halves', async () => {
    const { structured } = await server.call(tool, { activity_id });
    const { power, heartRate } = activities.recording(activities.find(activity_id)!)!.channels;
    const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / 60;
    const [first] = objects(structured);
    expect(Math.abs(Number(first?.power_w) - mean(power!.subarray(0, 60)))).toBeLessThanOrEqual(1);
    expect(Math.abs(Number(first?.hr_bpm) - mean(heartRate!.subarray(0, 60)))).toBeLessThanOrEqual(1);
    const facts = structured.facts as Record<string, number>;
    const [one, two] = [facts.first_half_watts_per_beat!, facts.second_half_watts_per_beat!];
    expect(facts.decoupling_pct).toBeCloseTo((100 * (one - two)) / one, 0);
    expect(facts.watts_per_beat).toBeGreaterThan(Math.min(one, two));
  });

  it('gives the heart rate of each power over a range of days', async () => {
    const { structured } = await server.call(tool, { oldest: '2026-09-01', newest: '2026-09-30' });
    const rows = objects(structured);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every(({ from_w, to_w }) => Number(to_w) - Number(from_w) === 10)).toBe(true);
    expect(Number(rows.at(-1)?.hr_bpm)).toBeGreaterThan(Number(rows[0]?.hr_bpm));
    expect(structured.facts).toMatchObject({ oldest: '2026-09-01', newest: '2026-09-30', ftp_w: expect.any(Number) });
  });

  it('refuses both at once, and says when nothing is there', async () => {
    const { failure } = await server.call(tool, { activity_id, oldest: '2026-09-01' });
    expect(failure?.kind).toBe('bad_input');
    const { structured } = await server.call(tool, { sport: 'Swim' });
    expect(structured.notes).toEqual(['No Swim with power and heart rate in this window.']);
  });

  it('stays within the budget on a ride of twelve hours', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call(tool, { activity_id: heavy.longest() });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });
});
