import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../test/connected.ts';

/** The platform's own definition, written here again: x += (TSS − x) / days. */
const step = (x: number, load: number, days: number) => x + (load - x) / days;

describe('tp_get_training_load', () => {
  it('gives the platform’s CTL and ATL, and ours from its daily TSS, which agree', async () => {
    const { structured } = await connected().call('tp_get_training_load');
    expect(structured.as_of).toBe(TODAY);
    expect(structured.own).toMatchObject({ largest_difference: expect.closeTo(0, 1) });
    const { ctl } = structured.current as Record<string, number>;
    expect(ctl).toBeCloseTo((structured.own as Record<string, number>).own_ctl!, 1);
  });

  it('gives each day of a short range the TSS of the workouts that were done, and the recursion over them', async () => {
    const server = connected();
    const { structured } = await server.call('tp_get_training_load', { oldest: '2026-10-01' });
    const days = objects(structured);
    expect(days).toHaveLength(14);
    for (const { date, load } of days) {
      const done = server.world.me.workouts
        .list()
        .filter(({ day }) => day === date)
        .flatMap((workout) => server.world.me.workouts.load(workout).actual ?? []);
      expect(Number(load)).toBeCloseTo(
        done.reduce((sum, each) => sum + each, 0),
        0,
      );
    }
    for (const [i, { ctl, atl, load }] of days.entries()) {
      const before = days[i - 1];
      if (before === undefined) continue;
      expect(Math.abs(Number(ctl) - step(Number(before.ctl), Number(load), 42))).toBeLessThan(0.15);
      expect(Math.abs(Number(atl) - step(Number(before.atl), Number(load), 7))).toBeLessThan(0.15);
    }
  });

  it('counts every activity that the simulator did, and the three typed in beside them', async () => {
    const server = connected();
    const { structured } = await server.call('tp_get_training_load');
    const done = server.athlete.sessions.filter(({ day }) => day > '2026-07-16');
    const { days, activities, days_unknown } = structured.coverage as Record<string, number>;
    expect({ days, days_unknown }).toEqual({ days: 90, days_unknown: 0 });
    expect(activities! - done.length).toBeGreaterThanOrEqual(0);
    expect(activities! - done.length).toBeLessThanOrEqual(3);
  });
});

describe('tp_get_today', () => {
  it('tells form as delivered, and after the session of today', async () => {
    const { structured } = await connected().call('tp_get_today');
    const form = structured.form as Record<string, Record<string, number>>;
    expect(structured.planned).toContainEqual(expect.objectContaining({ when: 'today', kind: 'session' }));
    const { planned_load, projected_atl } = form.projected!;
    expect(form.delivered!.load).toBe(0);
    const yesterday = form.delivered!.atl! / (1 - 1 / 7);
    expect(projected_atl).toBeCloseTo(step(yesterday, planned_load!, 7), 0);
  });

  it('holds this morning against sixty days of metrics', async () => {
    const server = connected();
    const { structured } = await server.call('tp_get_today');
    const [hrv] = structured.wellness as Record<string, number>[];
    expect(hrv).toMatchObject({ age_days: 0 });
    expect(hrv!.hrv_rmssd_ms).toBeCloseTo(server.athlete.wellness(TODAY).hrvMs!, 0);
  });

  it('says of which of the shown values nobody knows the unit', async () => {
    const { structured } = await connected().call('tp_get_today');
    expect((structured.wellness as object[]).flatMap(Object.keys)).toEqual(
      expect.arrayContaining(['time_in_deep_sleep', 'steps']),
    );
    const [doubt] = (structured.notes as string[]).filter((note) => note.includes('no unit or scale'));
    expect(doubt).toContain('time_in_deep_sleep');
    expect(doubt).not.toMatch(/steps|hrv/);
  });
});

describe('tp_project_load', () => {
  it('carries yesterday evening over what is planned and drafted, a plan on an event counted once', async () => {
    const server = connected();
    const { structured } = await server.call('tp_project_load', {
      draft: [{ date: '2026-10-16', load: 120 }],
      until: '2026-10-21',
    });
    const rows = objects(structured);
    expect(rows[0]?.date).toBe(TODAY);
    expect(rows.find(({ date }) => date === '2026-10-16')).toMatchObject({ planned_load: 120 });
    for (const [i, row] of rows.entries()) {
      const before = rows[i - 1];
      if (before === undefined) continue;
      const expected = step(Number(before.projected_ctl), Number(row.planned_load), 42);
      expect(Math.abs(Number(row.projected_ctl) - expected)).toBeLessThan(0.15);
    }
    expect(server.changes()).toEqual([]);
  });
});

describe('tp_get_race_readiness', () => {
  it('takes the A race of the calendar and counts what of the plan was done', async () => {
    const { structured } = await connected().call('tp_get_race_readiness');
    const race = structured.race as { date: string; days_left: number };
    expect(race.days_left).toBe((Date.parse(race.date) - Date.parse(TODAY)) / 86_400_000);
    const { planned_28_days, done_of_them } = structured.coverage as Record<string, number>;
    expect(done_of_them).toBeGreaterThan(0);
    expect(done_of_them).toBeLessThanOrEqual(planned_28_days!);
  });
});
