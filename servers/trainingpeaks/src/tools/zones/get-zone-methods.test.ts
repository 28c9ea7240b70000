import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_zone_methods', () => {
  it('tries the known methods once, names those with a name, and marks those that start from a test', async () => {
    const server = connected();
    const rows = objects((await server.call('tp_get_zone_methods', { metric: 'power' })).structured);
    expect(rows.find(({ method }) => method === 4)).toMatchObject({ name: 'Coggan', zones: 7, from_a_test: null });
    expect(rows.find(({ method }) => method === 2)).toMatchObject({ name: 'CTS', from_a_test: true });
    const asked = server.requests.length;
    await server.call('tp_get_zone_methods', { metric: 'power' });
    expect(server.requests).toHaveLength(asked);
  });

  it('goes on when the calculator does not know one', async () => {
    const { structured, failure } = await connected().call('tp_get_zone_methods');
    expect(failure).toBeUndefined();
    const found = new Set(objects(structured).map(({ metric }) => metric));
    expect(found).toEqual(new Set(['power', 'heart_rate', 'speed']));
  });

  it('looks through all numbers up to 40 when asked to', async () => {
    const server = connected();
    const known = objects((await server.call('tp_get_zone_methods', { metric: 'heart_rate' })).structured);
    const all = objects((await server.call('tp_get_zone_methods', { metric: 'heart_rate', all: true })).structured);
    expect(all.map(({ method }) => method)).toEqual(expect.arrayContaining(known.map(({ method }) => method)));
    expect(server.requests.filter(({ url }) => url.includes('/calculate/40'))).toHaveLength(1);
  });

  it('fails when the calculator answers for no method at all, instead of giving an empty list', async () => {
    const server = connected();
    server.sandbox.emulator.faults.inject('http-500', {
      method: 'POST',
      path: '/trainingzones/v1/users/{uid}/{metric}/calculate/{method}',
    });
    expect((await server.call('tp_get_zone_methods', { metric: 'power' })).failure?.kind).toBe('upstream');
  });

  it('fails when the login is not accepted', async () => {
    const server = connected();
    server.world.cookie.state = 'revoked';
    expect((await server.call('tp_get_zone_methods')).failure?.kind).toBe('auth');
  });
});
