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
