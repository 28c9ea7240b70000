import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_pace_curves', () => {
  const server = connected();

  it('gives time and pace by distance, the one following from the other', async () => {
    const { structured } = await server.call('icu_get_pace_curves', { period: '1y', distances_m: [1000, 5000] });
    const rows = objects(structured);
    expect(rows.map(({ distance_km }) => distance_km)).toEqual([1, 5]);
    for (const { distance_km, time_s, pace_s_per_km } of rows) {
      expect(Number(pace_s_per_km)).toBe(Math.round(Number(time_s) / Number(distance_km)));
    }
  });

  it('talks of 100 m in the water', async () => {
    const { structured } = await server.call('icu_get_pace_curves', { period: '1y', sport: 'Swim' });
    const [first] = objects(structured);
    expect(first).toHaveProperty('pace_s_per_100m');
  });

  it('refuses grade-adjusted pace for what is not a run', async () => {
    const { failure } = await server.call('icu_get_pace_curves', { sport: 'Swim', grade_adjusted: true });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'leave grade_adjusted out' });
  });

  it('stays within the answer budget', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call('icu_get_pace_curves', { period: '1y', compare_with: 'all' });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });
});
