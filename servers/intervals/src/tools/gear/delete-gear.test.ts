import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const tool = 'icu_delete_gear';

async function confirmed(server: ReturnType<typeof connected>, args: Record<string, unknown>) {
  const { structured } = await server.call(tool, args);
  return server.call(tool, { ...args, preview_token: structured.preview_token });
}

describe(tool, () => {
  it('always asks, then deletes one piece and shows what went', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await confirmed(server, { gear_id: '71005' });
    expect(structured).toMatchObject({ written: true, deleted: { gear_id: '71005', name: 'Old trail shoes' } });
    expect((await server.call(tool, { gear_id: '71005' })).failure?.kind).toBe('not_found');
  });

  it('deletes a reminder alone when one is named', async () => {
    const server = connected();
    const { structured } = await confirmed(server, { gear_id: '71001', reminder_id: '71049' });
    expect(structured).toMatchObject({ deleted: { reminder_id: '71049', name: 'Check the chain', distance_km: 400 } });
    const { gear } = server.sandbox.emulator.state.me.garage;
    expect(gear.find(({ id }) => id === '71001')?.reminders).toEqual([]);
  });

  it('refuses a reminder that is not there', async () => {
    expect((await connected().call(tool, { gear_id: '71001', reminder_id: '1' })).failure?.kind).toBe('not_found');
  });
});
