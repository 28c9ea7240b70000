import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

describe('tp_get_weekly_summary', () => {
  it('adds up what was done, what was planned and what is open, each for itself', async () => {
    const { structured } = await connected().call('tp_get_weekly_summary');
    expect(structured.week).toEqual({ oldest: '2026-10-12', newest: '2026-10-18' });
    const rows = objects(structured);
    const sum = (of: typeof rows, key: string) => of.reduce((total, row) => total + Number(row[key] ?? 0), 0);
    const done = rows.filter(({ status }) => status !== 'planned');
    const planned = rows.filter(({ planned_tss }) => planned_tss != null);
    expect(structured.done).toMatchObject({
      sessions: done.length,
      tss: sum(done, 'tss'),
      time_s: sum(done, 'time_s'),
    });
    expect(structured.planned).toMatchObject({ sessions: planned.length, time_s: sum(planned, 'planned_time_s') });
    const open = planned.filter(({ status, date }) => status === 'planned' && String(date) >= TODAY);
    expect(structured.open).toMatchObject({ sessions: open.length });
    expect((structured.open as { tss: number }).tss).toBeCloseTo(sum(open, 'planned_tss'), 1);
  });

  it('shows the fitness of today in a week that is under way, and of Sunday in one that is over', async () => {
    const { call } = connected();
    const { fitness: now } = (await call('tp_get_weekly_summary')).structured;
    expect(now).toMatchObject({ as_of: TODAY });
    const { fitness } = (await call('tp_get_weekly_summary', { week_of: '2026-10-01' })).structured;
    expect(fitness).toMatchObject({ as_of: '2026-10-04', ctl: 57.3, ctl_change_since_sunday: -2.7 });
  });

  it('has no fitness for a week that has not begun', async () => {
    const { structured } = await connected().call('tp_get_weekly_summary', { week_of: '2026-10-26' });
    expect(structured).not.toHaveProperty('fitness');
    expect(structured.done).toMatchObject({ sessions: 0, tss: null });
  });

  it('fails when the platform is down, and does not show an empty week', async () => {
    const server = connected();
    await server.call('tp_get_weekly_summary');
    server.quirks.outage = true;
    const { failure } = await server.call('tp_get_weekly_summary', { week_of: '2026-09-01' });
    expect(failure?.kind).toBe('upstream');
  });
});
