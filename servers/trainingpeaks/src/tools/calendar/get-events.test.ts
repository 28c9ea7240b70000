import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_events', () => {
  it('lists the coming year with the days that are left', async () => {
    const rows = objects((await connected().call('tp_get_events')).structured);
    expect(rows.map(({ name, days_left, priority }) => [name, days_left, priority])).toEqual([
      ['Gravel Fondo', 11, 'C'],
      ['Autumn 10k', 25, 'B'],
      ['Ljubljana road race', 46, 'A'],
    ]);
  });

  it('reads several years in one request', async () => {
    const server = connected();
    const { structured } = await server.call('tp_get_events', { oldest: '2024-01-01', newest: '2027-12-31' });
    expect(objects(structured)).toHaveLength(5);
    expect(server.requests.filter(({ url }) => url.includes('/events/'))).toHaveLength(1);
  });

  it('says that there is none', async () => {
    const { structured } = await connected().call('tp_get_events', { oldest: '2010-01-01', newest: '2010-12-31' });
    expect(structured).toMatchObject({ rows: [], notes: ['No event in this window.'] });
  });

  it('refuses a window that runs backwards, and asks nothing', async () => {
    const server = connected();
    const { failure } = await server.call('tp_get_events', { oldest: '2027-01-01', newest: '2026-01-01' });
    expect(failure).toMatchObject({ kind: 'bad_input', message: 'oldest 2027-01-01 lies after newest 2026-01-01' });
    expect(server.requests.filter(({ url }) => url.includes('/events/'))).toEqual([]);
  });

  it('says what is wanted of a race to come, and what came of one that is over', async () => {
    const { structured } = await connected().call('tp_get_events', { oldest: '2025-11-01' });
    const rows = objects(structured).filter(({ priority }) => priority === 'A');
    expect(rows.map(({ date, goal, result }) => [date, goal, result])).toEqual([
      ['2025-11-30', null, 'Overall, place 14, entrants 96'],
      ['2026-05-31', null, null],
      ['2026-11-29', 'time 02:25:00, place 10, "No cramps on the climb"', null],
    ]);
    expect(structured.user_text).toContain('goal');
  });
});
