import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_pool_length_settings', () => {
  it('lists the pools with their units, and marks the usual one', async () => {
    const { structured } = await connected().call('tp_get_pool_length_settings');
    const rows = objects(structured);
    expect(rows.filter((row) => row.default === true)).toEqual([
      expect.objectContaining({ length: 25, unit: 'Meters' }),
    ]);
    expect(structured.units).toEqual(['Meters', 'Yards']);
  });

  it('fails in our words when the platform is down', async () => {
    const server = connected();
    server.quirks.outage = true;
    expect((await server.call('tp_get_pool_length_settings')).failure?.kind).toBe('upstream');
  });
});
