import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

describe('igp_manage_cache', () => {
  it('counts what was downloaded and drops it, here only', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, platform);
    await server.call('igp_get_activity_laps', { activity_id: '41200581' });
    const { structured } = await server.call('igp_manage_cache', { action: 'status' });
    expect(structured).toMatchObject({ place: 'memory', files: 1, derived: 0 });
    const rides = platform.sandbox.emulator.state.rides.list().length;
    const cleared = await server.call('igp_manage_cache', { action: 'clear' });
    expect(cleared.structured).toMatchObject({ cleared_rides: 1, files: 0, size_mb: 0 });
    expect(platform.sandbox.emulator.state.rides.list()).toHaveLength(rides);
    expect(sizeOf(cleared)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('refuses another action', async () => {
    const server = connect(provider, sandboxPlatform());
    expect((await server.call('igp_manage_cache', { action: 'delete' })).failure?.kind).toBe('bad_input');
  });
});
