import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_hr_curves', () => {
  const server = connected();

  it('falls with duration and never exceeds the athlete’s maximum', async () => {
    const { structured } = await server.call('icu_get_hr_curves', { sport: 'Run', durations_s: [5, 60, 600, 1800] });
    const beats = objects(structured).map(({ hr_bpm }) => Number(hr_bpm));
    expect(beats).toEqual([...beats].sort((a, b) => b - a));
    expect(beats[0]).toBeLessThanOrEqual(server.athlete.profile.maxHr);
  });

  it('compares two periods', async () => {
    const { structured } = await server.call('icu_get_hr_curves', {
      period: '42d',
      compare_with: '1y',
      durations_s: [1200],
    });
    const [row] = objects(structured);
    expect(Number(row?.compare_hr_bpm)).toBeGreaterThanOrEqual(Number(row?.hr_bpm));
  });

  it('refuses a sport that does not exist', async () => {
    expect((await server.call('icu_get_hr_curves', { sport: 'bike' })).failure?.kind).toBe('bad_input');
  });

  it('stays within the answer budget', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call('icu_get_hr_curves', { period: '1y', compare_with: 'all' });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });
});
