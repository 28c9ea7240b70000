import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const race = {
  date: '2026-11-29',
  category: 'RACE_A',
  name: 'Gran Fondo',
  values: { sport: 'Ride', planned_load: 260 },
};

describe('icu_create_event', () => {
  it('writes a race once and says what form will be on it', async () => {
    const server = connected();
    const { structured } = await server.call('icu_create_event', race);
    expect(structured).toMatchObject({
      written: true,
      item: { category: 'RACE_A', date: '2026-11-29', name: 'Gran Fondo', sport: 'Ride', planned_load: 260 },
    });
    const { next_race } = structured.item as Record<string, { ctl: number; atl: number; form: number }>;
    expect(next_race).toMatchObject({ name: 'Gran Fondo', date: '2026-11-29', in_days: 46 });
    expect(next_race!.form).toBeCloseTo(next_race!.ctl - next_race!.atl, 0);
    expect(server.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    const again = await server.call('icu_create_event', race);
    expect(again.structured).toMatchObject({ written: false });
  });

  it('lists the sessions that lie in an illness before it is written', async () => {
    const ill = { date: '2026-10-14', category: 'SICK', name: 'Cold', values: { last_day: '2026-10-17' } };
    const server = connected();
    const { structured } = await server.call('icu_create_event', { ...ill, dry_run: true });
    expect((structured.preview as { notes: string[] }).notes.join(' ')).toContain(
      '3 planned sessions lie in these days',
    );
    await server.call('icu_create_event', ill);
    const listed = await server.call('icu_get_calendar_events', {
      oldest: '2026-10-17',
      newest: '2026-10-17',
      kind: 'availability',
    });
    expect(objects(listed.structured)).toMatchObject([{ start: '2026-10-14', last_day: '2026-10-17' }]);
  });

  it.each([
    [{ ...race, values: {} }, 'A RACE_A needs sport'],
    [{ ...race, category: 'TARGET' }, 'A TARGET needs something to aim at'],
    [{ ...race, values: { sport: 'Bike' } }, 'not a sport'],
    [{ ...race, values: { ...race.values, load: 3 } }, 'not a value'],
    [{ ...race, values: { ...race.values, last_day: '2026-11-01' } }, 'lies before date'],
  ])('refuses %j', async (args, said) => {
    const { failure } = await connected().call('icu_create_event', args);
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining(said) });
  });
});
