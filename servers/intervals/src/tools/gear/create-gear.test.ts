import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const values = { type: 'Shoes', name: 'Trail pair', distance_km: 42, notes: 'Wide' };

describe('icu_create_gear', () => {
  it('adds it in the units and fields of the platform, and once', async () => {
    const server = connected();
    const { structured } = await server.call('icu_create_gear', { values });
    expect(structured).toMatchObject({ written: true, item: { type: 'Shoes', name: 'Trail pair', distance_km: 42 } });
    const { gear } = server.sandbox.emulator.state.me.garage;
    expect(gear.at(-1)).toMatchObject({ type: 'Shoes', distance: 42_000, notes: 'Wide' });
    const again = await server.call('icu_create_gear', { values });
    expect(again.structured).toMatchObject({ written: false, item: structured.item });
    expect(gear.filter(({ name }) => name === 'Trail pair')).toHaveLength(1);
  });

  it.each([
    [{ name: 'x' }, 'type and name'],
    [{ type: 'Spaceship', name: 'x' }, '"type"'],
    [{ type: 'Bike', name: 'x', brand: 'y' }, '"brand"'],
  ])('refuses %j', async (wrong, says) => {
    const { failure } = await connected().call('icu_create_gear', { values: wrong });
    expect(failure?.kind).toBe('bad_input');
    expect(failure?.message).toContain(says);
  });
});
