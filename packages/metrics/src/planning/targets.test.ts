import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DailyLoads, fitnessSeries } from '../load/index.ts';
import { loadForForm, loadForRamp } from './index.ts';

const days = (...values: number[]): DailyLoads => ({
  from: '2026-03-01',
  values: Float64Array.from(values),
  incomplete: [],
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
