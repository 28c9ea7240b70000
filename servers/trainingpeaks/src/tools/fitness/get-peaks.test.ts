import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

describe('tp_get_peaks', () => {
  it('ranks the bests of ten years, each with the CTL of its day', async () => {
    const server = connected();
    const { structured } = await server.call('tp_get_peaks', { sport: 'Bike', pr_type: 'power20min' });
    expect(structured).toMatchObject({ pr_type: 'power20min', oldest: '2016-10-16', newest: TODAY });
    const rows = objects(structured);
    const values = rows.map(({ power_w }) => Number(power_w));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(rows[0]).toMatchObject({ rank: 1, date: '2026-05-12', title: 'FTP test' });
    const fitness = objects(
      (await server.call('tp_get_fitness', { oldest: '2026-05-12', newest: '2026-05-12' })).structured,
    );
    expect(rows[0]?.ctl).toBe(fitness[0]?.ctl);
  });

  it('ends today when only its first day is given', async () => {
    const first = { sport: 'Bike', pr_type: 'power20min', oldest: '2026-01-01' };
    expect((await connected().call('tp_get_peaks', first)).structured).toMatchObject({ newest: TODAY });
  });

  it.each([
    ['20min', 'Bike', 'power20min'],
    ['HR60MIN', 'Run', 'hR60min'],
    ['half', 'Run', 'speedHalfMarathon'],
    ['5K', 'Run', 'speed5K'],
  ] as const)('understands %s on the %s', async (pr_type, sport, meant) => {
    const { structured } = await connected().call('tp_get_peaks', { sport, pr_type });
    expect(structured.pr_type).toBe(meant);
  });

  it('gives running bests as a pace', async () => {
    const { structured } = await connected().call('tp_get_peaks', {
      sport: 'Run',
      pr_type: '5k',
      oldest: '2026-01-01',
    });
    const [best] = objects(structured);
    expect(Number(best?.pace_s_per_km)).toBeGreaterThan(200);
    expect(Number(best?.pace_s_per_km) * Number(best?.speed_km_h)).toBeCloseTo(3600, -2);
  });

  it('refuses a kind that the platform does not keep, with the nearest', async () => {
    const { failure } = await connected().call('tp_get_peaks', { sport: 'Bike', pr_type: 'power15min' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('power5min') });
  });
});
