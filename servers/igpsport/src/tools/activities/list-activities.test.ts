import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

describe('igp_list_activities', () => {
  it.each(['cn', 'intl'] as const)('gives the rides of the range in kilometres, in %s', async (region) => {
    const platform = sandboxPlatform({ region });
    const server = connect(provider, platform);
    const { structured } = await server.call('igp_list_activities', { oldest: '2026-10-13', newest: '2026-10-13' });
    const [ride] = platform.sandbox.emulator.state.rides.list();
    const { metres = 0, seconds = 1 } = ride?.measures() ?? {};
    expect(structured.rows).toEqual([
      [
        String(ride?.rideId),
        '2026-10-13',
        '3 x 12 min sweet spot',
        'cycling',
        seconds,
        Math.round(metres / 10) / 100,
        0,
        expect.closeTo((metres / seconds) * 3.6, 1),
      ],
    ]);
  });

  it('searches all of history by a part of the title', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, platform);
    const { structured } = await server.call('igp_list_activities', { name: 'SWEET' });
    const found = platform.sandbox.emulator.state.rides.list().filter(({ title }) => /sweet/i.test(title));
    expect(structured.total).toBe(found.length);
  });

  it('refuses a day in another format', async () => {
    const server = connect(provider, sandboxPlatform());
    const { failure } = await server.call('igp_list_activities', { oldest: '19.11.2026' });
    expect(failure?.kind).toBe('bad_input');
  });
});
