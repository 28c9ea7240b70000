import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

describe('igp_get_athlete_stats', () => {
  it('adds up the rides of the last days, load included', async () => {
    const platform = sandboxPlatform({ days: 20 });
    const answer = await connect(provider, platform).call('igp_get_athlete_stats', { days: 14 });
    const rides = platform.sandbox.emulator.state.rides
      .list()
      .filter(({ startLocal }) => startLocal.slice(0, 10) >= '2026-10-01');
    const metres = rides.reduce((total, ride) => total + ride.measures().metres, 0);
    expect(answer.structured).toMatchObject({ oldest: '2026-10-01', newest: '2026-10-14' });
    const totals = answer.structured.totals as Record<string, number>;
    expect(totals.rides).toBe(rides.length);
    expect(totals.distance_km).toBeCloseTo(metres / 1000, 0);
    expect(totals.load_a_week).toBeCloseTo((totals.load ?? 0) / 2, 0);
    expect(totals.load).toBeGreaterThan(0);
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('says that there is nothing in an empty time, and gives no sums for it', async () => {
    const { structured } = await connect(provider, sandboxPlatform({ days: 20 })).call('igp_get_athlete_stats', {
      newest: '2020-01-31',
    });
    expect(structured.totals).toMatchObject({ rides: 0, distance_km: null, load: null });
    expect(String(structured.notes)).toContain('no rides');
  });

  it('refuses a period of no days', async () => {
    const { failure } = await connect(provider, sandboxPlatform()).call('igp_get_athlete_stats', { days: 0 });
    expect(failure?.kind).toBe('bad_input');
  });
});
