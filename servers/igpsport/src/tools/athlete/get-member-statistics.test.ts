import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

describe('igp_get_member_statistics', () => {
  it.each(['cn', 'intl'] as const)('adds up the year that the day is in, in %s', async (region) => {
    const platform = sandboxPlatform({ region, days: 120 });
    const server = connect(provider, platform);
    const { structured } = await server.call('igp_get_member_statistics', { day: '2026-09-01' });
    const rides = platform.sandbox.emulator.state.rides.list().filter(({ startLocal }) => startLocal >= '2026');
    const metres = rides.reduce((sum, ride) => sum + ride.measures().metres, 0);
    const seconds = rides.reduce((sum, ride) => sum + ride.measures().seconds, 0);
    expect(structured.year).toBe('2026');
    expect(structured.totals).toMatchObject({
      rides: rides.length,
      distance_km: expect.closeTo(metres / 1000, 1),
      duration_s: seconds,
      speed_km_h: expect.closeTo((metres / seconds) * 3.6, 1),
    });
    const months = objects(structured.months);
    expect(months.at(-1)).toMatchObject({ month: '2026-10' });
    expect(months.reduce((sum, { distance_km }) => sum + Number(distance_km), 0)).toBeCloseTo(metres / 1000, 0);
    expect(months[0]).toMatchObject({ month: '2026-01', rides: 0, distance_km: 0 });
  });

  it('names records in their own units, ascent for what the service calls climbing speed', async () => {
    const platform = sandboxPlatform({ days: 60 });
    const { structured } = await connect(provider, platform).call('igp_get_member_statistics');
    const rides = platform.sandbox.emulator.state.rides.list();
    const best = (of: (ride: (typeof rides)[number]) => number) => Math.max(...rides.map(of));
    const records = new Map(objects(structured.records).map((row) => [row.record, row]));
    expect(records.get('longest distance')).toMatchObject({
      value: expect.closeTo(best((ride) => ride.measures().metres) / 1000, 1),
      unit: 'km',
    });
    expect(records.get('most ascent')).toMatchObject({
      value: expect.closeTo(
        best((ride) => ride.measures().ascent ?? 0),
        0,
      ),
      unit: 'm',
    });
  });

  it('refuses a day in another format', async () => {
    const { failure } = await connect(provider, sandboxPlatform()).call('igp_get_member_statistics', { day: '2026' });
    expect(failure?.kind).toBe('bad_input');
  });

  it('stays within the answer budget', async () => {
    const server = connect(provider, sandboxPlatform({ days: 60 }));
    expect(sizeOf(await server.call('igp_get_member_statistics'))).toBeLessThanOrEqual(answerBudget.aim);
  });
});
