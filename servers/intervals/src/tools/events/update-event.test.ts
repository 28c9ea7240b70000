import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_update_event', () => {
  it('writes only what differs and reads it back', async () => {
    const server = connected();
    const { structured } = await server.call('icu_update_event', {
      event_id: '5020007',
      values: { planned_load: 70, name: 'Autumn 10k' },
    });
    expect(structured).toMatchObject({
      written: true,
      changed: [{ field: 'planned_load', before: 62, after: 70 }],
      item: { planned_load: 70, category: 'RACE_B', next_race: { event_id: '5020007' } },
    });
    const again = await server.call('icu_update_event', { event_id: '5020007', values: { planned_load: 70 } });
    expect(again.structured.written).toBe(false);
  });

  it('moves a phase with its length', async () => {
    const server = connected();
    const before = await server.call('icu_get_event', { event_id: '5020009' });
    expect(before.structured.event).toMatchObject({ start: '2026-09-07', last_day: '2026-11-08' });
    const { structured } = await server.call('icu_update_event', {
      event_id: '5020009',
      values: { date: '2026-09-14' },
    });
    expect(structured.item).toMatchObject({ date: '2026-09-14', last_day: '2026-11-15' });
  });

  it('refuses a value that does not exist and names the nearest', async () => {
    const { failure } = await connected().call('icu_update_event', {
      event_id: '5020007',
      values: { planned_loads: 1 },
    });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'use planned_load' });
  });

  it('tells what it does to form, rounded, and a race that is the day itself once', async () => {
    const { structured } = await connected().call('icu_update_event', {
      event_id: '5020007',
      values: { planned_load: 70 },
    });
    const item = structured.item as { next_race: Record<string, number> };
    expect(item).not.toHaveProperty('on_day');
    expect(item.next_race).toMatchObject({ event_id: '5020007', date: '2026-11-08' });
    for (const name of ['ctl', 'atl', 'form'])
      expect(item.next_race[name]).toBe(Number(item.next_race[name]!.toFixed(1)));
  });
});
