import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { bestMean } from '@core/sandbox/athlete';
import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../../test/connected.ts';

const tool = 'icu_get_activity_curves';
const activity_id = YESTERDAY_RIDE;

describe(tool, () => {
  const server = connected();
  const { activities } = server.sandbox.emulator.state.me;

  it('gives the best of one activity, and where it begins', async () => {
    const { structured } = await server.call(tool, { kind: 'power', activity_id, durations_s: [60, 300, 1200] });
    const { power } = activities.recording(activities.find(activity_id)!)!.channels;
    const rows = objects(structured);
    expect(rows.map(({ duration_s }) => duration_s)).toEqual([60, 300, 1200]);
    for (const { duration_s, power_w, start_s } of rows) {
      expect(Math.abs(Number(power_w) - (bestMean(power!, Number(duration_s)) ?? 0))).toBeLessThanOrEqual(1);
      const there = Array.from(power!).slice(Number(start_s), Number(start_s) + Number(duration_s));
      expect(Math.abs(there.reduce((sum, watts) => sum + watts, 0) / there.length - Number(power_w))).toBeLessThan(1.5);
    }
  });

  it('shows power after work beside it where the ride was long enough', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call(tool, { kind: 'power', activity_id: heavy.longest() });
    expect((answer.structured.columns as string[]).filter((name) => name.includes('_kj_w')).length).toBeGreaterThan(0);
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('gives the best of each activity of a range, which the curve of the range takes its points from', async () => {
    const range = { oldest: '2026-09-01', newest: '2026-09-30' };
    const { structured } = await server.call(tool, { kind: 'power', ...range, durations_s: [1200] });
    const best = Math.max(...objects(structured).map(({ best_1200s_power_w }) => Number(best_1200s_power_w)));
    const { structured: curve } = await server.call('icu_get_power_curves', {
      period: '2026-09-01..2026-09-30',
      durations_s: [1200],
    });
    expect(objects(curve)[0]?.power_w).toBe(best);
  });

  it('gives times for distances, grade-adjusted when asked', async () => {
    const run = server.newest({ sport: 'TrailRun' });
    const plain = await server.call(tool, { kind: 'pace', activity_id: run, distances_m: [1000] });
    const graded = await server.call(tool, {
      kind: 'pace',
      activity_id: run,
      distances_m: [1000],
      grade_adjusted: true,
    });
    expect(objects(plain.structured)[0]).toMatchObject({ distance_km: 1, time_s: expect.any(Number) });
    expect(objects(graded.structured)[0]?.time_s).not.toBe(objects(plain.structured)[0]?.time_s);
  });

  it('refuses a range beside an activity, and says when nothing is there', async () => {
    const { failure } = await server.call(tool, { kind: 'power', activity_id, oldest: '2026-09-01' });
    expect(failure?.kind).toBe('bad_input');
    const { structured } = await server.call(tool, { kind: 'power', oldest: '2020-01-01', newest: '2020-02-01' });
    expect(structured).toMatchObject({ rows: [], notes: ['Nothing with power there.'] });
  });

  it('stays within the budget over a year of a thousand activities', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call(tool, { kind: 'power', oldest: '2025-10-15', newest: '2026-10-14', limit: 200 });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.cap);
  });
});
