import { describe, expect, it } from 'vitest';
import { connected, TODAY } from '../../test/connected.ts';
import { pagesAround } from './shared-page.ts';

const page = (oldest: string, newest: string) => ({ oldest, newest });

describe('pages around today', () => {
  it('are one whole page for any weeks around today', () => {
    const around = [page('2026-08-13', '2026-11-10')];
    expect(pagesAround(TODAY, page('2026-09-01', TODAY))).toEqual(around);
    expect(pagesAround(TODAY, page('2026-10-01', '2026-10-28'))).toEqual(around);
  });

  it('are whole ahead and end with the window behind', () => {
    expect(pagesAround(TODAY, page('2026-09-16', '2027-04-12')).map(({ newest }) => newest)).toEqual([
      '2026-11-10',
      '2027-02-08',
      '2027-05-09',
    ]);
    expect(pagesAround(TODAY, page('2026-06-17', TODAY))[0]).toEqual(page('2026-06-17', '2026-08-12'));
  });

  it('are the window itself where it is short, or fits into fewer', () => {
    for (const window of [page(TODAY, '2026-10-20'), page(TODAY, '2026-11-29')]) {
      expect(pagesAround(TODAY, window)).toEqual([window]);
    }
  });
});

describe('what a list of workouts said', () => {
  it('answers for each of them, until that athlete’s calendar is written', async () => {
    const server = connected();
    const { structured } = await server.call('tp_get_workouts', { oldest: TODAY, newest: '2026-10-16' });
    const id = (structured.rows as unknown[][])[0]![0];
    const single = () => server.requests.filter(({ url }) => url.endsWith(`/workouts/${id}`)).length;
    await server.call('tp_get_workout', { workout_id: id });
    expect(single()).toBe(0);
    await server.call('tp_update_workout', { workout_id: id, title: 'Another name' });
    const after = single();
    const { structured: shown } = await server.call('tp_get_workout', { workout_id: id });
    expect(JSON.stringify(shown)).toContain('Another name');
    expect(after).toBeGreaterThan(0);
  });
});

describe('a coach’s calendar', () => {
  it('is read alone for the athlete whom a write was about', async () => {
    const server = connected({ account: 'coach' }, { review: 'off' });
    const lists = () => server.requests.filter(({ url }) => /\/workouts\/2026/.test(url)).length;
    const [a, b] = ['2400019', '2400015'] as const;
    const plan = (athlete: string) => server.call('tp_get_workouts', { athlete, oldest: TODAY, newest: TODAY });
    await plan(a);
    await plan(b);
    const made = await server.call('tp_create_workout', {
      athlete: a,
      date: '2026-10-20',
      sport: 'Run',
      title: 'Easy',
    });
    expect(made.structured).toMatchObject({ written: true });
    const before = lists();
    await plan(b);
    expect(lists()).toBe(before);
    await plan(a);
    expect(lists()).toBe(before + 1);
  });
});
