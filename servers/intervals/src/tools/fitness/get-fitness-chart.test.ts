import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

describe('icu_get_fitness_chart', () => {
  const server = connected();

  it('gives CTL, ATL and form of every day as the simulator knows them', async () => {
    const { structured } = await server.call('icu_get_fitness_chart', { oldest: '2026-08-20', newest: TODAY });
    for (const { date, ctl, atl, form, load } of objects(structured)) {
      const truth = server.truth.fitnessOn(String(date));
      expect(Number(ctl)).toBeCloseTo(truth.ctl, 0);
      expect(Math.abs(Number(ctl) - truth.ctl)).toBeLessThanOrEqual(0.0501);
      expect(Math.abs(Number(atl) - truth.atl)).toBeLessThanOrEqual(0.0501);
      expect(Math.abs(Number(form) - (truth.ctl - truth.atl))).toBeLessThanOrEqual(0.0501);
      expect(load).toBe(server.truth.loadOn(String(date)).ctl);
    }
  });

  it('agrees with our own recursion over the same loads', async () => {
    const { structured } = await server.call('icu_get_fitness_chart');
    expect(structured.check).toMatchObject({ largest_difference: 0 });
    expect(structured.check).not.toHaveProperty('because');
  });

  it('projects from the plan, marks projected days, and never adds planned to done', async () => {
    const { structured } = await server.call('icu_get_fitness_chart', { oldest: '2026-10-12', newest: '2026-10-20' });
    const rows = objects(structured);
    const ahead = rows.filter(({ projected }) => projected === true);
    expect(ahead.map(({ date }) => date)[0]).toBe('2026-10-15');
    expect(ahead.every(({ load }) => load === null)).toBe(true);
    const [yesterday, today] = rows.slice(1, 3);
    expect(yesterday?.planned_load).toBeNull();
    const fitness = server.truth.fitnessOn(TODAY);
    const alpha = 1 - Math.exp(-1 / 42);
    const before = (fitness.ctl - alpha * server.truth.loadOn(TODAY).ctl) / (1 - alpha);
    const withPlan = before + alpha * (Number(today?.planned_load) - before);
    const tomorrow = withPlan + alpha * (Number(ahead[0]?.planned_load) - withPlan);
    expect(Number(ahead[0]?.ctl)).toBeCloseTo(tomorrow, 1);
  });

  it('adds loads up by week and shows the week’s last values', async () => {
    const { structured } = await server.call('icu_get_fitness_chart', {
      oldest: '2026-09-07',
      newest: '2026-09-20',
      every: 'week',
    });
    const rows = objects(structured);
    expect(rows.map(({ date }) => date)).toEqual(['2026-09-13', '2026-09-20']);
    const days = ['2026-09-07', '2026-09-08', '2026-09-09', '2026-09-10', '2026-09-11', '2026-09-12', '2026-09-13'];
    const total = days.reduce((sum, day) => sum + server.truth.loadOn(day).ctl, 0);
    expect(rows[0]?.load).toBe(total);
  });

  it('gives today whatever the range, with the load of the last seven days', async () => {
    const { structured } = await server.call('icu_get_fitness_chart', { oldest: TODAY, newest: TODAY });
    const week = ['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-11', '2026-10-12', '2026-10-13', TODAY];
    const sum = (of: 'ctl' | 'atl') => week.reduce((total, day) => total + server.truth.loadOn(day)[of], 0);
    expect(structured.today).toMatchObject({
      date: TODAY,
      load_7_days: sum('ctl'),
      for_atl_only_7_days: sum('atl') - sum('ctl'),
      form_band: expect.any(String),
    });
  });

  it('agrees with icu_get_training_load about the last seven days', async () => {
    const chart = await server.call('icu_get_fitness_chart', { oldest: TODAY, newest: TODAY });
    const load = await server.call('icu_get_training_load');
    const { load_7_days, monotony } = load.structured.current as Record<string, number>;
    const today = chart.structured.today as Record<string, number>;
    expect(today.load_7_days).toBe(load_7_days);
    expect(today.monotony).toBeCloseTo(monotony!, 1);
  });

  it('refuses to start a projection in the future', async () => {
    const { failure } = await server.call('icu_get_fitness_chart', { oldest: '2026-10-20', newest: '2026-10-30' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'use oldest: "2026-10-14"' });
  });

  it('stays within the answer budget for a year and the hard cap for two', async () => {
    const year = await server.call('icu_get_fitness_chart', { oldest: '2025-10-15', newest: TODAY });
    expect(year.structured.every).toBe('week');
    expect(sizeOf(year)).toBeLessThanOrEqual(answerBudget.aim);
    const both = await server.call('icu_get_fitness_chart', { oldest: '2024-10-20', newest: TODAY });
    expect(sizeOf(both)).toBeLessThanOrEqual(answerBudget.cap);
  });
});
