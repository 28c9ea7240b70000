import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

type Server = ReturnType<typeof connected>;

async function send(server: Server, days: object[]) {
  const { structured } = await server.call('icu_bulk_update_wellness', { days });
  return server.call('icu_bulk_update_wellness', { days, preview_token: structured.preview_token });
}

const days = [
  { date: '2026-10-12', weight_kg: 64.2, carbohydrates_intake_g: 380 },
  { date: '2026-10-13', Caffeine: 180, menstrual_phase: 'luteal' },
];

describe('icu_bulk_update_wellness', () => {
  it('writes many days in one request after one preview, own fields included', async () => {
    const server = connected();
    const { structured } = await send(server, days);
    expect(structured).toMatchObject({ written: true, days: 2, changed: { length: 4 } });
    expect(structured).not.toHaveProperty('notes');
    const one = await server.call('icu_get_wellness_for_date', { date: '2026-10-13' });
    expect(one.structured.wellness).toMatchObject({ own_fields: { Caffeine: 180 }, menstrual_phase: 'LUTEAL' });
    expect(server.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    expect((await server.call('icu_bulk_update_wellness', { days })).structured.written).toBe(false);
  });

  it('warns that a lock cannot be undone, and refuses a locked day afterwards', async () => {
    const server = connected();
    const lock = [{ date: '2026-10-12', locked: true }];
    const { structured } = await server.call('icu_bulk_update_wellness', { days: lock });
    expect((structured.preview as { notes: string[] }).notes.join()).toContain('locked for good');
    await send(server, lock);
    const { failure } = await server.call('icu_bulk_update_wellness', { days });
    expect(failure).toMatchObject({ kind: 'blocked', message: expect.stringContaining('2026-10-12') });
  });

  it.each([
    [[{ weight_kg: 64 }], 'days[0] has no date'],
    [[{ date: '2026-10-12', feel: 3 }], 'not a wellness value'],
    [[{ date: '2026-10-12' }], 'holds no value'],
    [[{ date: '2026-10-12', mood_1to4_1_is_best: 7 }], 'from 1 to 4'],
  ])('refuses %j', async (wrong, said) => {
    const { failure } = await connected().call('icu_bulk_update_wellness', { days: wrong });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining(said) });
  });
});
