import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

describe('igp_clear_cache', () => {
  it('asks, then drops what was downloaded, here only', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, platform, { review: 'off' });
    await server.call('igp_get_activity_laps', { activity_id: '41200581' });
    const rides = platform.sandbox.emulator.state.rides.list().length;
    const preview = await server.call('igp_clear_cache');
    expect(preview.structured).toMatchObject({
      written: false,
      preview: { summary: expect.stringContaining('copy of 1 rides') },
    });
    expect((await server.call('igp_get_cache_status')).structured.files).toBe(1);
    const { preview_token } = preview.structured;
    const { structured } = await server.call('igp_clear_cache', { preview_token });
    expect(structured).toMatchObject({ written: true, cleared_rides: 1, files: 0, size_mb: 0 });
    expect(platform.sandbox.emulator.state.rides.list()).toHaveLength(rides);
  });

  it('is not listed to a server that may only read', () => {
    const { runtime } = connect(provider, sandboxPlatform(), { selection: { readOnly: true } });
    expect([...runtime.tools.keys()]).toContain('igp_get_cache_status');
    expect([...runtime.tools.keys()]).not.toContain('igp_clear_cache');
  });

  it('needs a new preview after the store has changed or was cleared', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, platform);
    await server.call('igp_get_activity_laps', { activity_id: '41200581' });
    const { preview_token } = (await server.call('igp_clear_cache')).structured;
    await server.call('igp_clear_cache', { preview_token });
    const { failure } = await server.call('igp_clear_cache', { preview_token });
    expect(failure).toMatchObject({ kind: 'conflict', next: expect.stringMatching(/preview|read/) });
  });
});
