import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const tool = 'icu_create_gear_reminder';
const wax = { gear_id: '71004', values: { name: 'Wax', distance_km: 300, time_h: 12 } };

describe(tool, () => {
  it('adds a reminder in metres and seconds, and once', async () => {
    const server = connected();
    const { structured } = await server.call(tool, wax);
    expect(structured).toMatchObject({ written: true, item: { name: 'Wax', distance_km: 300, time_h: 12 } });
    const chain = server.sandbox.emulator.state.me.garage.gear.find(({ id }) => id === '71004');
    expect(chain?.reminders).toEqual([expect.objectContaining({ name: 'Wax', distance: 300_000, time: 43_200 })]);
    expect((await server.call(tool, wax)).structured.written).toBe(false);
    expect(chain?.reminders).toHaveLength(1);
  });

  it.each([
    [{ gear_id: '71004', values: { name: 'Wax' } }, 'bad_input'],
    [{ gear_id: '1', values: { distance_km: 1 } }, 'not_found'],
  ])('refuses %j', async (args, kind) => {
    expect((await connected().call(tool, args)).failure?.kind).toBe(kind);
  });
});
