import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../day/index.ts';
import { type DailyLoads, fitnessSeries } from '../load/index.ts';
import {
  changedLoads,
  type LoadChange,
  loadForForm,
  loadForRamp,
  projectedLoads,
  type TaperRequest,
  taper,
} from './index.ts';

const today = '2026-03-10';
const of = (day: string, load: number | null, done?: boolean) => ({ day, load, ...(done !== undefined && { done }) });
const days = (...values: number[]): DailyLoads => ({
  from: '2026-03-01',
  values: Float64Array.from(values),
  incomplete: [],
});

describe('projectedLoads', () => {
  it('takes what was done before today and what is planned after it', () => {
    const loads = projectedLoads(
      [of('2026-03-08', 50)],
      [of('2026-03-08', 999), of('2026-03-09', 70), of('2026-03-12', 80)],
      { today },
    );
    expect(loads!.from).toBe('2026-03-08');
    expect([...loads!.values]).toEqual([50, 0, 0, 0, 80]);
  });

  it('takes the plan of today until something was done today', () => {
    const planned = [of(today, 60), of(today, 40)];
    expect([...projectedLoads([of('2026-03-09', 5)], planned, { today })!.values]).toEqual([5, 100]);
    expect([...projectedLoads([of(today, 55)], planned, { today })!.values]).toEqual([55]);
    expect(projectedLoads([of(today, null)], planned, { today })!.incomplete).toEqual([today]);
  });

  it('adds the open sessions of today to the done ones when asked to, never a done one', () => {
    const planned = [of(today, 60, true), of(today, 40, false), of(today, 5)];
    const loads = projectedLoads([of(today, 55)], planned, { today, todayCounts: 'actual_and_open' });
    expect([...loads!.values]).toEqual([100]);
    expect([...projectedLoads([of('2026-03-09', 1)], planned, { today })!.values]).toEqual([1, 45]);
  });

  it('counts neither an activity of the future nor a plan that is already done', () => {
    const loads = projectedLoads([of('2026-03-11', 99), of('2026-03-09', 1)], [of('2026-03-11', 30, true)], { today });
    expect([...loads!.values]).toEqual([1]);
  });

  it('covers the days asked for', () => {
    const loads = projectedLoads([], [of('2026-03-11', 30)], { today, from: '2026-03-09', to: '2026-03-12' });
    expect([...loads!.values]).toEqual([0, 0, 30, 0]);
    expect(projectedLoads([], [of('2026-03-09', 30)], { today })).toBeNull();
  });

  it('refuses days that do not exist', () => {
    expect(() => projectedLoads([], [], { today: 'today' })).toThrow('"today" is not a day');
    expect(() => projectedLoads([of('2026-02-30', 1)], [], { today })).toThrow(RangeError);
    expect(() => projectedLoads([], [of('2026-02-30', 1)], { today })).toThrow(RangeError);
  });
});

describe('changedLoads', () => {
  it('replaces, adds and takes away, and leaves the loads it was given as they were', () => {
    const loads = days(50, 60, 70);
    const changed = changedLoads(loads, [
      { day: '2026-03-01', load: 0 },
      { day: '2026-03-02', delta: 15 },
      { day: '2026-03-03', delta: -100 },
      { day: '2026-03-05', load: 20 },
    ]);
    expect([...changed.values]).toEqual([0, 75, 0, 0, 20]);
    expect(changed.from).toBe('2026-03-01');
    expect([...loads.values]).toEqual([50, 60, 70]);
  });

  it('starts from 0 where the load was unknown, which a delta does not make known', () => {
    const loads = { ...days(Number.NaN, Number.NaN), incomplete: ['2026-03-01', '2026-03-02'] };
    const changed = changedLoads(loads, [
      { day: '2026-03-01', delta: 30 },
      { day: '2026-03-02', load: 40 },
    ]);
    expect([...changed.values]).toEqual([30, 40]);
    expect(changed.incomplete).toEqual(['2026-03-01']);
  });

  it('moves CTL by exactly what the changed days add', () => {
    const [base, changed] = [days(50, 60, 70), changedLoads(days(50, 60, 70), [{ day: '2026-03-02', delta: 42 }])];
    const difference = fitnessSeries(changed).ctl[2]! - fitnessSeries(base).ctl[2]!;
    expect(difference).toBeCloseTo(fitnessSeries(days(0, 42, 0)).ctl[2]!, 12);
  });

  it.each<[LoadChange, string]>([
    [{ day: '2026-02-28', load: 1 }, '2026-02-28 lies before 2026-03-01, the first day of the loads'],
    [{ day: '2026-03-01', load: -1 }, 'load -1 of 2026-03-01 must be 0 to 1e9'],
    [{ day: '2026-03-01', load: Number.NaN }, 'load NaN of 2026-03-01'],
    [{ day: '2026-03-01', delta: Number.POSITIVE_INFINITY }, 'load Infinity of 2026-03-01'],
    [{ day: '2026-03-01', delta: Number.NaN }, 'load NaN of 2026-03-01'],
    [{ day: '9999-01-01', load: 1 }, 'over 100 years'],
  ])('refuses %j', (change, message) => {
    expect(() => changedLoads(days(1), [change])).toThrow(RangeError);
    expect(() => changedLoads(days(1), [change])).toThrow(message);
  });
});

describe('loadForForm', () => {
  it('is the gap over (0.133122 − 0.023528) for tomorrow evening, as the Intervals.icu forum has it', () => {
    const state = { ctl: 60, atl: 60 };
    const atRest = 60 * 0.976472 - 60 * 0.866878;
    const result = loadForForm(state, { form: -4, days: 1, convention: { preset: 'intervals' } });
    expect(result.value).toBeCloseTo((atRest + 4) / (0.133122 - 0.023528), 2);
    expect(result).toMatchObject({ method: 'constant load over 1 days', coverage: null });
  });

  it('reaches the form it was asked for, whatever the convention', () => {
    const state = fc.record({
      ctl: fc.double({ min: 0, max: 150, noNaN: true }),
      atl: fc.double({ min: 0, max: 200, noNaN: true }),
    });
    const preset = fc.constantFrom('default', 'trainingpeaks', 'intervals');
    fc.assert(
      fc.property(
        state,
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: -60, max: 40 }),
        preset,
        (seed, n, form, name) => {
          const convention = { preset: name } as const;
          const load = loadForForm(seed, { form, days: n, convention });
          const reached = (x: number) =>
            fitnessSeries(days(...new Array<number>(n).fill(x)), { seed, ...convention }).form[n - 1]!;
          if (load.value === null) expect(reached(0)).toBeLessThan(form);
          else expect(reached(load.value)).toBeCloseTo(form, 6);
        },
      ),
    );
  });

  it.each<[string, Parameters<typeof loadForForm>, string, string]>([
    [
      'a form above what rest gives',
      [
        { ctl: 50, atl: 100 },
        { form: 20, days: 2 },
      ],
      'no_fit',
      'even rest gives form -37.',
    ],
    [
      'form of tomorrow morning',
      [
        { ctl: 50, atl: 50 },
        { form: 5, days: 1 },
      ],
      'too_short',
      'already fixed',
    ],
    [
      'equal time constants',
      [
        { ctl: 5, atl: 5 },
        { form: 9, days: 5, convention: { ctlDays: 7 } },
      ],
      'undefined_ratio',
      'no load moves form',
    ],
    [
      'a negative state',
      [
        { ctl: -1, atl: 5 },
        { form: 0, days: 5 },
      ],
      'bad_input',
      'ctl -1 must be 0 to 1e9',
    ],
    [
      'a state without a number',
      [
        { ctl: 1, atl: Number.NaN },
        { form: 0, days: 5 },
      ],
      'bad_input',
      'atl NaN must be',
    ],
    [
      'an infinite state',
      [
        { ctl: Number.POSITIVE_INFINITY, atl: 1 },
        { form: 0, days: 5 },
      ],
      'bad_input',
      'ctl Infinity must be',
    ],
    [
      'a form without a number',
      [
        { ctl: 1, atl: 1 },
        { form: Number.NaN, days: 5 },
      ],
      'bad_input',
      'form NaN must be a number of points',
    ],
    [
      'no days',
      [
        { ctl: 1, atl: 1 },
        { form: 0, days: 0 },
      ],
      'bad_input',
      'days 0 must be a whole number, 1 to 365',
    ],
    [
      'half days',
      [
        { ctl: 1, atl: 1 },
        { form: 0, days: 1.5 },
      ],
      'bad_input',
      'days 1.5 must be',
    ],
    [
      'more than a year',
      [
        { ctl: 1, atl: 1 },
        { form: 0, days: 366 },
      ],
      'bad_input',
      'days 366 must be',
    ],
    [
      'an unknown preset',
      [
        { ctl: 1, atl: 1 },
        { form: 0, days: 5, convention: { preset: 'x' as 'default' } },
      ],
      'bad_input',
      'preset "x"',
    ],
  ])('refuses %s', (_, [state, target], reason, detail) => {
    expect(loadForForm(state, target)).toMatchObject({ value: null, reason, detail: expect.stringContaining(detail) });
  });

  it('takes 365 days', () => {
    expect(loadForForm({ ctl: 50, atl: 50 }, { form: 0, days: 365 }).value).not.toBeNull();
  });
});

describe('loadForRamp', () => {
  it('raises CTL by exactly the limit over the days', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 150, noNaN: true }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 60 }),
        (ctl, ramp, n) => {
          const load = loadForRamp(ctl, { ramp, days: n }).value!;
          const series = fitnessSeries(days(...new Array<number>(n).fill(load)), { seed: { ctl, atl: 0 } });
          expect(series.ctl[n - 1]! - ctl).toBeCloseTo(ramp, 8);
        },
      ),
    );
  });

  it('looks a week ahead unless told otherwise', () => {
    expect(loadForRamp(50, { ramp: 6 })).toEqual(loadForRamp(50, { ramp: 6, days: 7 }));
    expect(loadForRamp(50, { ramp: 6 })).toMatchObject({ method: 'constant load over 7 days' });
    expect(loadForRamp(50, { ramp: 6, convention: { preset: 'trainingpeaks' } }).value).toBeCloseTo(
      50 + 6 / (1 - (41 / 42) ** 7),
      10,
    );
  });

  it('has no load for a fall steeper than rest gives, but one for rest itself', () => {
    const rest = 50 * Math.expm1(-7 / 42);
    expect(loadForRamp(50, { ramp: rest + 1e-9 }).value).toBeCloseTo(0, 6);
    expect(loadForRamp(50, { ramp: rest - 0.01 })).toMatchObject({
      value: null,
      reason: 'no_fit',
      detail: 'rest lowers CTL by 7.7 in 7 days at most',
    });
  });

  it.each<[number, Parameters<typeof loadForRamp>[1]]>([
    [-1, { ramp: 5 }],
    [Number.NaN, { ramp: 5 }],
    [50, { ramp: Number.NaN }],
    [50, { ramp: 5, days: 0 }],
    [50, { ramp: 5, convention: { ctlDays: -1 } }],
  ])('refuses CTL %d with %j', (ctl, target) => {
    expect(loadForRamp(ctl, target)).toMatchObject({ value: null, reason: 'bad_input' });
  });
});

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
