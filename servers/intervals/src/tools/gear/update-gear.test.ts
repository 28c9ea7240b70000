import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const tool = 'icu_update_gear';

describe(tool, () => {
  it('changes what is named and keeps the rest', async () => {
    const server = connected();
    const { structured } = await server.call(tool, { gear_id: '71003', values: { name: 'Race shoes' } });
    expect(structured).toMatchObject({
      written: true,
      item: { gear_id: '71003', type: 'Shoes', name: 'Race shoes', distance_km: 612.4 },
      changed: [{ field: 'name', before: 'River shoes', after: 'Race shoes' }],
    });
  });

  it('puts gear away with a day and brings it back with null', async () => {
    const server = connected();
    await server.call(tool, { gear_id: '71003', values: { retired: '2026-10-01' } });
    const { structured } = await server.call('icu_get_gear_list');
    expect(JSON.stringify(structured.rows)).not.toContain('71003');
    const back = await server.call(tool, { gear_id: '71003', values: { retired: null } });
    expect(back.structured.changed).toEqual([{ field: 'retired', before: '2026-10-01', after: null }]);
  });

  it('replaces a part: the old one is retired, the new one starts at 0 with the same reminders', async () => {
    const server = connected();
    const { structured } = await server.call(tool, {
      gear_id: '71001',
      replace: true,
      values: { name: 'Second bike' },
    });
    expect(structured).toMatchObject({ written: true, item: { name: 'Second bike', distance_km: 0 } });
    const { gear } = server.sandbox.emulator.state.me.garage;
    expect(gear.find(({ id }) => id === '71001')?.retired).toBe('2026-10-14');
    expect(gear.at(-1)?.reminders).toHaveLength(1);
    expect(server.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  it.each([
    [{ gear_id: '1', values: { name: 'x' } }, 'not_found'],
    [{ gear_id: '71001' }, 'bad_input'],
    [{ gear_id: '71001', values: { retired: 'today' } }, 'bad_input'],
  ])('refuses %j', async (args, kind) => {
    expect((await connected().call(tool, args)).failure?.kind).toBe(kind);
  });
});
