import { describe, expect, it } from 'vitest';
import { addDays } from '../day/index.ts';
import { fitnessSeries } from '../load/index.ts';
import { type TaperRequest, taper } from './index.ts';

const today = '2026-03-10';

describe('taper', () => {
  const request: TaperRequest = {
    state: { ctl: 80, atl: 90 },
    today,
    raceDay: '2026-03-31',
    targetForm: 15,
    planned: 85,
  };

  it('reaches the form on the morning of the race, exactly, with the shortest taper that can', () => {
    const result = taper(request);
    const plan = result.value!;
    expect(result).toMatchObject({ method: 'linear taper' });
    expect(plan.race.form).toBeCloseTo(15, 9);
    expect(plan.race.form).toBe(plan.race.ctl - plan.race.atl);
    expect(plan.starts).toBe(addDays('2026-03-31', -plan.days));
    expect(plan.reduction).toBeGreaterThan(0);
    expect(plan.reduction).toBeLessThanOrEqual(0.6);
    expect(plan.loads.map(({ day }) => day)).toEqual(Array.from({ length: 20 }, (_, i) => addDays(today, i + 1)));
    expect(plan.loads.filter(({ load }) => load === 85).length).toBe(20 - plan.days);
    expect(plan.loads.at(-1)!.load).toBeCloseTo(85 * (1 - plan.reduction), 10);
    expect(taper({ ...request, longest: plan.days - 1 })).toMatchObject({ value: null, reason: 'no_fit' });
    expect(taper({ ...request, longest: plan.days }).value).toEqual(plan);
  });

  it('agrees with the fitness series of the loads it gives, the day of the race excluded', () => {
    for (const shape of ['step', 'linear', 'exponential'] as const)
      for (const preset of ['default', 'trainingpeaks'] as const) {
        const plan = taper({ ...request, shape, convention: { preset } }).value!;
        const loads = { from: '2026-03-11', values: Float64Array.from(plan.loads, ({ load }) => load), incomplete: [] };
        const series = fitnessSeries(loads, { preset, seed: request.state, until: '2026-03-31' });
        expect(series.form.at(-1)).toBeCloseTo(15, 9);
      }
  });

  it('shapes the reduction: at once, evenly, or fast first', () => {
    const kept = (shape: 'step' | 'linear' | 'exponential') => {
      const plan = taper({ ...request, shape, days: 10, targetForm: 12 }).value!;
      return plan.loads.slice(-10).map(({ load }) => (1 - load / 85) / plan.reduction);
    };
    expect(kept('step').every((share) => Math.abs(share - 1) < 1e-9)).toBe(true);
    kept('linear').forEach((share, i) => {
      expect(share).toBeCloseTo((i + 1) / 10, 9);
    });
    kept('exponential').forEach((share, i) => {
      expect(share).toBeCloseTo((1 - Math.exp(-0.3 * (i + 1))) / (1 - Math.exp(-3)), 9);
    });
  });

  it('tapers a plan of different days in proportion', () => {
    const planned = Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? 0 : 120));
    const plan = taper({ ...request, planned, days: 8, shape: 'step', targetForm: 14 }).value!;
    expect(plan.days).toBe(8);
    expect(plan.starts).toBe('2026-03-23');
    plan.loads.forEach(({ load }, i) => {
      expect(load).toBeCloseTo(planned[i]! * (i < 12 ? 1 : 1 - plan.reduction), 9);
    });
    expect(plan.race.form).toBeCloseTo(14, 9);
    const series = fitnessSeries(
      { from: '2026-03-11', values: Float64Array.from(planned), incomplete: [] },
      { seed: request.state },
    );
    expect(plan.untapered).toEqual({
      ctl: series.ctl[19],
      atl: series.atl[19],
      form: expect.closeTo(series.ctl[19]! - series.atl[19]!, 12),
    });
  });

  it('needs no taper when the plan is easy enough already', () => {
    const result = taper({ ...request, planned: 20 });
    expect(result).toMatchObject({ method: 'no taper needed', value: { days: 0, reduction: 0, starts: '2026-03-31' } });
    expect(result.value!.race).toEqual(result.value!.untapered);
    expect(taper({ ...request, planned: 20, days: 10 })).toMatchObject({ value: null, reason: 'no_fit' });
  });

  it('says which forms are in reach when the target is not', () => {
    const refusal = taper({ ...request, targetForm: 60 });
    expect(refusal).toMatchObject({ value: null, reason: 'no_fit' });
    const [, low, high] = /^form 60 is out of reach; 20 days and 60 % less load allow (\S+) to (\S+)$/.exec(
      (refusal as { detail: string }).detail,
    )!;
    expect(Number(high)).toBeGreaterThan(Number(low));
    expect(taper({ ...request, targetForm: Number(high) - 0.1 }).value).not.toBeNull();
    expect(taper({ ...request, planned: 0, targetForm: 100 })).toMatchObject({ value: null, reason: 'no_fit' });
  });

  it('goes as deep as it is allowed to, and no deeper', () => {
    expect(taper({ ...request, deepest: 1, targetForm: 28, longest: 10 }).value!.reduction).toBeGreaterThan(0.6);
    expect(taper({ ...request, deepest: 0.6, targetForm: 28, longest: 10 }).value).toBeNull();
  });

  it('looks three weeks back by default', () => {
    const far = { ...request, raceDay: '2026-05-10', targetForm: 60, deepest: 0.5 };
    expect(taper(far)).toMatchObject({ detail: expect.stringContaining('21 days and 50 % less load') });
  });

  it.each<[string, Partial<TaperRequest>, string]>([
    ['a race tomorrow', { raceDay: '2026-03-11' }, 'raceDay must be at least 2 days after today'],
    ['a race today', { raceDay: today }, 'days 0 must be a whole number, 1 to 365'],
    ['a race next year', { raceDay: '2027-03-11' }, 'days 366 must be'],
    ['a plan of other days', { planned: [1, 2, 3] }, 'planned has 3 loads; it needs 20'],
    ['a negative load', { planned: -1 }, 'load -1 of 2026-03-11'],
    ['a load without a number', { planned: Number.NaN }, 'load NaN of 2026-03-11'],
    ['a negative state', { state: { ctl: 1, atl: -1 } }, 'atl -1 must be'],
    ['a target without a number', { targetForm: Number.NaN }, 'targetForm NaN must be a number of points'],
    ['no depth', { deepest: 0 }, 'deepest 0 must be above 0 and at most 1'],
    ['too much depth', { deepest: 1.1 }, 'deepest 1.1 must be'],
    ['half a day', { days: 0.5 }, 'days 0.5 must be'],
    ['no length', { longest: 0 }, 'days 0 must be'],
    ['a shape of its own', { shape: 'wave' as 'step' }, 'shape "wave" is not one of step, linear, exponential'],
    ['an unknown preset', { convention: { preset: 'x' as 'default' } }, 'preset "x"'],
    ['a day that does not exist', { today: '2026-02-30' }, '"2026-02-30" is not a day'],
  ])('refuses %s', (_, change, detail) => {
    expect(taper({ ...request, ...change })).toMatchObject({
      value: null,
      reason: 'bad_input',
      detail: expect.stringContaining(detail),
    });
  });

  it('takes a race in two days', () => {
    expect(taper({ ...request, raceDay: '2026-03-12', targetForm: -6 }).value!.loads.length).toBe(1);
  });
});
