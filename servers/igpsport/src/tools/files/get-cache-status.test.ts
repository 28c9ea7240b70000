import { connect } from '@core/mcp-kit/testing';
import { expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

it('igp_get_cache_status counts what was downloaded', async () => {
  const server = connect(provider, sandboxPlatform());
  expect((await server.call('igp_get_cache_status')).structured).toMatchObject({
    place: 'memory',
    files: 0,
    size_mb: 0,
  });
  await server.call('igp_get_activity_laps', { activity_id: '41200581' });
  const { structured } = await server.call('igp_get_cache_status');
  expect(structured).toMatchObject({ files: 1, derived: 0, limit_mb: 64 });
  expect(structured.size_mb).toBeGreaterThan(0);
});

it('igp_get_cache_status shows an empty store where the folder cannot be used, and rides are still read', async () => {
  const platform = sandboxPlatform();
  // A file stands where the folder would have to be.
  const server = connect(provider, { ...platform, settings: { ...platform.settings, cacheDir: '/dev/null/cache' } });
  const { failure } = await server.call('igp_get_activity_laps', { activity_id: '41200581' });
  expect(failure).toBeUndefined();
  expect((await server.call('igp_get_cache_status')).structured).toMatchObject({ place: 'file', files: 0, size_mb: 0 });
});

it('igp_get_cache_status takes no arguments', async () => {
  const { failure } = await connect(provider, sandboxPlatform()).call('igp_get_cache_status', { region: 'cn' });
  expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('region') });
});
