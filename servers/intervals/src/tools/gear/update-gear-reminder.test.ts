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

  it.each([
    [{ ...due }, 'bad_input'],
    [{ ...due, reminder_id: '1', reset: true }, 'not_found'],
    [{ ...due, values: { kilometres: 4 } }, 'bad_input'],
  ])('refuses %j', async (args, kind) => {
    expect((await connected().call(tool, args)).failure?.kind).toBe(kind);
  });
});
