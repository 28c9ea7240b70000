import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

describe('igp_get_power_curve', () => {
  const platform = sandboxPlatform();
  const server = connect(provider, platform);
  const period = { oldest: '2026-10-01', newest: '2026-10-14' };

  it('takes each best from the ride that has it', async () => {
    const { structured } = await server.call('igp_get_power_curve', period);
    const rows = objects(structured);
    const first = rows.find(({ duration_s }) => duration_s === 1);
    const inside = platform.sandbox.emulator.state.rides
      .list()
      .filter(({ startLocal, exerciseType }) => startLocal >= '2026-10-01' && exerciseType === 0);
    const most = Math.max(...inside.map((ride) => ride.measures().power?.high ?? 0));
    expect(first?.power_w).toBe(Math.round(most));
    const single = await server.call('igp_get_power_curve', { activity_id: first?.activity_id });
    expect(objects(single.structured)[0]).toEqual(first);
    const withPower = inside.filter((ride) => ride.measures().power !== undefined).length;
    expect(structured.coverage).toEqual({ rides: inside.length, with_data: withPower, failed: 0, not_tried: 0 });
  });

  it('asks for nothing the second time', async () => {
    await server.call('igp_get_power_curve', period);
    const before = server.requests.length;
    await server.call('igp_get_power_curve', { ...period, channel: 'heart_rate' });
    expect(server.requests).toHaveLength(before);
  });

  it('refuses a ride that does not exist', async () => {
    expect((await server.call('igp_get_power_curve', { activity_id: '1' })).failure?.kind).toBe('not_found');
  });

  it('stays within the answer budget', async () => {
    const { structured, text } = await server.call('igp_get_power_curve', {});
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });
});
