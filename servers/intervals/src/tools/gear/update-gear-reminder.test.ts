import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const tool = 'icu_update_gear_reminder';
const due = { gear_id: '71001', reminder_id: '71049' };

describe(tool, () => {
  it('resets: it counts from now on', async () => {
    const { structured } = await connected().call(tool, { ...due, reset: true });
    expect(structured).toMatchObject({ written: true, item: { used_pct: 0, last_reset: '2026-10-14' } });
  });

  it('snoozes without counting anew, and changes a limit', async () => {
    const server = connected();
    const { structured } = await server.call(tool, { ...due, snooze_days: 7, values: { distance_km: 500 } });
    expect(structured).toMatchObject({ item: { distance_km: 500, snoozed_until: '2026-10-21', used_pct: 86.4 } });
    const { structured: list } = await server.call('icu_get_gear_list');
    expect(JSON.stringify(list.reminders)).toContain('false');
  });

  it('adds one in metres and seconds without a reminder_id, and once', async () => {
    const server = connected();
    const wax = { gear_id: '71004', values: { name: 'Wax', distance_km: 300, time_h: 12 } };
    const { structured } = await server.call(tool, wax);
    expect(structured).toMatchObject({
      written: true,
      item: { name: 'Wax', distance_km: 300, time_h: 12, used_pct: 0 },
    });
    const chain = server.sandbox.emulator.state.me.garage.gear.find(({ id }) => id === '71004');
    expect(chain?.reminders).toEqual([expect.objectContaining({ name: 'Wax', distance: 300_000, time: 43_200 })]);
    expect((await server.call(tool, wax)).structured.written).toBe(false);
    expect(chain?.reminders).toHaveLength(1);
  });

  it.each([
    [{ gear_id: '71004', values: { name: 'Wax' } }, 'bad_input'],
    [{ gear_id: '71004', reset: true }, 'bad_input'],
    [{ gear_id: '1', values: { distance_km: 1 } }, 'not_found'],
    [{ ...due }, 'bad_input'],
    [{ ...due, reminder_id: '1', reset: true }, 'not_found'],
    [{ ...due, values: { kilometres: 4 } }, 'bad_input'],
  ])('refuses %j', async (args, kind) => {
    expect((await connected().call(tool, args)).failure?.kind).toBe(kind);
  });
});
