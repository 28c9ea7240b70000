import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../test/connected.ts';

const server = connected();
const { truth, athlete } = server;
const YESTERDAY = '2026-10-13';
const step = (x: number, load: number, days: number) => x + (load - x) * (1 - Math.exp(-1 / days));

describe('icu_project_load', () => {
  it('carries the simulator’s state over what is planned and drafted, day by day', async () => {
    const { structured } = await server.call('icu_project_load', {
      draft: [{ date: '2026-10-16', load: 120 }],
      until: '2026-10-21',
    });
    const rows = objects(structured);
    expect(rows.map(({ date }) => date)[0]).toBe(TODAY);
    expect(rows.find(({ date }) => date === '2026-10-16')).toMatchObject({ planned_load: 120 });
    let { ctl, atl } = truth.fitnessOn(YESTERDAY);
    for (const row of rows) {
      [ctl, atl] = [step(ctl, Number(row.planned_load), 42), step(atl, Number(row.planned_load), 7)];
      expect(Math.abs(Number(row.projected_ctl) - ctl)).toBeLessThan(0.2);
      expect(Math.abs(Number(row.projected_form) - (ctl - atl))).toBeLessThan(0.3);
    }
    const planned = athlete.planned.filter(({ day }) => day >= TODAY && day <= '2026-10-21' && day !== '2026-10-16');
    expect((structured.coverage as { planned_sessions: number }).planned_sessions).toBeGreaterThanOrEqual(
      planned.length,
    );
  });
});

describe('icu_plan_taper', () => {
  it('gives loads that bring the simulator’s state to the form it names', async () => {
    const { structured } = await server.call('icu_plan_taper', { target_form: 14 });
    const today = (await server.call('icu_project_load', { until: TODAY })).structured.end as Record<string, number>;
    let [ctl, atl] = [today.projected_ctl!, today.projected_atl!];
    for (const { load } of objects(structured)) [ctl, atl] = [step(ctl, Number(load), 42), step(atl, Number(load), 7)];
    expect(ctl - atl).toBeCloseTo(14, 0);
  });
});

describe('icu_get_race_readiness', () => {
  it('takes the next race, the fitness of today, and what of the plan was done', async () => {
    const { structured } = await server.call('icu_get_race_readiness');
    const form = structured.form as Record<string, Record<string, number>>;
    expect(form.now!.ctl).toBeCloseTo(truth.fitnessOn(TODAY).ctl, 0);
    const race = structured.race as { date: string; days_left: number };
    expect(race.days_left).toBe((Date.parse(race.date) - Date.parse(TODAY)) / 86_400_000);
    const week = ['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-11', '2026-10-12', YESTERDAY, TODAY];
    const sum = (of: 'ctl' | 'atl') => week.reduce((total, day) => total + truth.loadOn(day)[of], 0);
    expect(sum('atl')).toBeGreaterThan(sum('ctl'));
    expect(form.now).toMatchObject({ load_7_days: sum('ctl'), for_atl_only_7_days: sum('atl') - sum('ctl') });
    const load = (await server.call('icu_get_training_load')).structured.current as Record<string, number>;
    expect(load.for_atl_only_7_days).toBe(form.now!.for_atl_only_7_days);
    for (const tool of ['icu_get_race_readiness', 'icu_get_training_load', 'icu_get_athlete_overview']) {
      expect(String((await server.call(tool)).structured.notes), tool).toContain('load is what counts towards CTL');
    }
    const planned = athlete.planned.filter(({ day }) => day >= '2026-09-16' && day < TODAY);
    const { planned_28_days, done_of_them } = structured.coverage as Record<string, number>;
    expect(planned_28_days).toBeGreaterThanOrEqual(planned.length);
    expect(planned_28_days! - done_of_them!).toBeGreaterThanOrEqual(0);
    expect(done_of_them).toBeGreaterThan(0.6 * planned.length);
  });
});
