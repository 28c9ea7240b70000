import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import { addDays } from '../day/index.ts';
import { type DailyLoads, fitnessSeries } from '../load/index.ts';
import { FORM_BANDS, formBand, formPercent, monotony, rampRate, workloadRatio } from './index.ts';

const days = (...values: number[]): DailyLoads => ({
  from: '2026-03-01',
  values: Float64Array.from(values),
  incomplete: [],
});
const repeat = (n: number, load: number) => new Array<number>(n).fill(load);

interface Reference {
  pmc_400_days: { ramp_rate_7d_exponential: (number | null)[] };
  acwr: Record<
    'day' | 'acute' | 'chronic' | 'coupled' | 'uncoupled' | 'ewma_acute' | 'ewma_chronic' | 'ewma_ratio',
    number
  >[];
  monotony_strain: (Record<string, number | null> & { loads: number[] })[];
}
const golden = sharedData<Reference>('golden.json');
const series = sharedData<{ tss_400: number[] }>('golden-series.json')?.tss_400 ?? [];

describe('monotony', () => {
  it('is mean over sample deviation, and strain is total times monotony', () => {
    const result = monotony(days(300, 450, 0, 600, 200, 800, 0));
    expect(result.value).toEqual({
      total: 2350,
      mean: expect.closeTo(335.7143, 4),
      deviation: expect.closeTo(300.9904, 4),
      monotony: expect.closeTo(1.1154, 4),
      strain: expect.closeTo(2621.1085, 4),
    });
    expect(result).toMatchObject({ method: 'Foster, 7 days, sample SD', coverage: null, warnings: [] });
  });

  it('uses the population deviation when asked to', () => {
    const result = monotony(days(300, 450, 0, 600, 200, 800, 0), { deviation: 'population' });
    expect(result).toMatchObject({
      value: { deviation: expect.closeTo(278.663, 3) },
      method: 'Foster, 7 days, population SD',
    });
  });

  it('looks at the days up to the day asked for', () => {
    const loads = days(1000, 1, 2, 3, 4, 5, 6, 7, 1000);
    expect(monotony(loads, { on: '2026-03-08' }).value?.total).toBe(28);
    expect(monotony(loads).value?.total).toBe(1027);
    expect(monotony(loads, { days: 2, on: '2026-03-02' }).value?.total).toBe(1001);
  });

  it.each<[string, DailyLoads, Parameters<typeof monotony>[1], string, string]>([
    ['a week of rest', days(...repeat(7, 0)), {}, 'undefined_ratio', '7 days of rest have no monotony'],
    ['seven equal days', days(...repeat(7, 500)), {}, 'undefined_ratio', '7 equal days have no deviation to divide by'],
    ['equal days whose mean is not exact', days(...repeat(7, 0.1)), {}, 'undefined_ratio', '7 equal days'],
    ['six days', days(...repeat(6, 5)), {}, 'too_short', 'the loads do not cover the 7 days up to their last day'],
    ['no days', days(), {}, 'too_short', 'the loads do not cover'],
    ['a day too early', days(...repeat(9, 5)), { on: '2026-03-06' }, 'too_short', 'the 7 days up to 2026-03-06'],
    ['a day after the last', days(...repeat(9, 5)), { on: '2026-03-10' }, 'too_short', 'the 7 days up to 2026-03-10'],
    [
      'an unknown day',
      days(1, 2, Number.NaN, 4, 5, 6, 7),
      {},
      'no_data',
      'the load of a day in the 7 days is not known',
    ],
    ['a negative load', days(1, 2, -3, 4, 5, 6, 7), {}, 'bad_input', 'load -3 of 2026-03-03'],
    [
      'an infinite load',
      days(1, 2, 3, 4, 5, 6, Number.POSITIVE_INFINITY),
      {},
      'bad_input',
      'load Infinity of 2026-03-07',
    ],
    ['a window of one day', days(1, 2), { days: 1 }, 'bad_input', 'days 1 must be a whole number from 2 up'],
    ['a window of half days', days(1, 2, 3), { days: 2.5 }, 'bad_input', 'days 2.5 must be'],
    ['a day that does not exist', days(1, 2), { on: '2026-02-30' }, 'bad_input', '"2026-02-30" is not a day'],
    [
      'an unknown deviation',
      days(1, 2),
      { days: 2, deviation: 'robust' as 'sample' },
      'bad_input',
      'deviation "robust"',
    ],
  ])('refuses %s', (_, loads, options, reason, detail) => {
    expect(monotony(loads, options)).toMatchObject({ value: null, reason, detail: expect.stringContaining(detail) });
  });

  it('warns when a session inside the window has no known load, not when one outside has none', () => {
    const loads = { ...days(1, 2, 3, 4, 5, 6, 7, 8), incomplete: ['2026-03-01'] };
    expect(monotony(loads)).toMatchObject({ warnings: [] });
    expect(monotony(loads, { on: '2026-03-07' })).toMatchObject({ warnings: [{ code: 'unknown_load' }] });
    expect(monotony({ ...loads, incomplete: ['2026-03-08'] })).toMatchObject({ warnings: [{ code: 'unknown_load' }] });
    expect(monotony({ ...loads, incomplete: ['2026-03-08'] }, { on: '2026-03-07' })).toMatchObject({ warnings: [] });
  });

  it('does not depend on the order of the days or the unit of the load', () => {
    const week = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(week, fc.double({ min: 0.1, max: 10, noNaN: true }), (loads, scale) => {
        const [plain, other] = [
          monotony(days(...loads)),
          monotony(days(...loads.toReversed().map((load) => load * scale))),
        ];
        if (plain.value === null || other.value === null) return expect(plain.value).toBe(other.value);
        expect(other.value.monotony).toBeCloseTo(plain.value.monotony, 9);
        expect(other.value.strain / scale / plain.value.strain).toBeCloseTo(1, 9);
      }),
    );
  });

  it.skipIf(golden === null)('reproduces the reference weeks', () => {
    for (const week of golden!.monotony_strain)
      for (const deviation of ['sample', 'population'] as const) {
        const result = monotony(days(...week.loads), { deviation }).value;
        if (week[`monotony_${deviation}`] === null) expect(result).toBeNull();
        else {
          expect(result!.deviation).toBeCloseTo(week[`sd_${deviation}`]!, 4);
          expect(result!.monotony).toBeCloseTo(week[`monotony_${deviation}`]!, 4);
          expect(result!.strain).toBeCloseTo(week[`strain_${deviation}`]!, 4);
        }
      }
  });
});

describe('workloadRatio', () => {
  const month = days(...repeat(21, 10), ...repeat(7, 30));

  it.each([
    [undefined, 30, 15, 'ACWR coupled 7:28'],
    ['coupled', 30, 15, 'ACWR coupled 7:28'],
    ['uncoupled', 30, 10, 'ACWR uncoupled 7:28'],
  ] as const)('%s compares a week with what it should', (variant, acute, chronic, method) => {
    const result = workloadRatio(month, variant === undefined ? {} : { variant });
    expect(result).toEqual({ value: { acute, chronic, ratio: acute / chronic }, method, coverage: null, warnings: [] });
  });

  it('averages exponentially from 0, over all days so far', () => {
    const result = workloadRatio(month, { variant: 'ewma' }).value!;
    expect(result.acute).toBeCloseTo(30 - 20 * 0.75 ** 7 - 10 * 0.75 ** 28, 10);
    expect(result.chronic).toBeCloseTo(30 - 20 * (27 / 29) ** 7 - 10 * (27 / 29) ** 28, 10);
    expect(result.ratio).toBe(result.acute / result.chronic);
    const longer = days(...month.values, 999);
    expect(workloadRatio(longer, { variant: 'ewma', on: '2026-03-28' }).value).toEqual(result);
  });

  it.each<[string, DailyLoads, Parameters<typeof workloadRatio>[1], string]>([
    ['27 days', days(...repeat(27, 5)), {}, 'too_short'],
    ['27 days, exponentially', days(...repeat(27, 5)), { variant: 'ewma' }, 'too_short'],
    ['a day before day 28', month, { on: '2026-03-27' }, 'too_short'],
    ['a month of rest', days(...repeat(28, 0)), {}, 'undefined_ratio'],
    [
      'three weeks of rest, uncoupled',
      days(...repeat(21, 0), ...repeat(7, 9)),
      { variant: 'uncoupled' },
      'undefined_ratio',
    ],
    ['an unknown day', days(Number.NaN, ...repeat(27, 5)), {}, 'no_data'],
    ['an unknown day long ago, exponentially', days(Number.NaN, ...repeat(28, 5)), { variant: 'ewma' }, 'no_data'],
    ['a negative load long ago, exponentially', days(-1, ...repeat(28, 5)), { variant: 'ewma' }, 'bad_input'],
    ['a variant of its own', month, { variant: 'rolling' as 'ewma' }, 'bad_input'],
  ])('refuses %s', (_, loads, options, reason) => {
    expect(workloadRatio(loads, options)).toMatchObject({ value: null, reason, detail: expect.stringMatching(/\w/) });
  });

  it('is 1 for any steady load, coupled or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 28, max: 60 }), (load, n) => {
        for (const variant of ['coupled', 'uncoupled'] as const)
          expect(workloadRatio(days(...repeat(n, load)), { variant }).value?.ratio).toBeCloseTo(1, 10);
      }),
    );
  });

  it.skipIf(golden === null)('reproduces the reference days', () => {
    for (const row of golden!.acwr) {
      const on = addDays('2026-03-01', row.day);
      const of = (variant: 'coupled' | 'uncoupled' | 'ewma') => workloadRatio(days(...series), { on, variant }).value!;
      expect(of('coupled').acute).toBeCloseTo(row.acute, 4);
      expect(of('coupled').chronic).toBeCloseTo(row.chronic, 4);
      expect(of('coupled').ratio).toBeCloseTo(row.coupled, 4);
      expect(of('uncoupled').ratio).toBeCloseTo(row.uncoupled, 4);
      expect(of('ewma').acute).toBeCloseTo(row.ewma_acute, 4);
      expect(of('ewma').chronic).toBeCloseTo(row.ewma_chronic, 4);
      expect(of('ewma').ratio).toBeCloseTo(row.ewma_ratio, 4);
    }
  });
});

describe('rampRate', () => {
  it('is the rise of CTL over a week, and nothing before the eighth day', () => {
    const fitness = fitnessSeries(days(...repeat(9, 50)));
    const ramp = rampRate(fitness);
    expect(ramp.slice(0, 7)).toEqual(repeat(7, 0).map(() => null));
    expect(ramp[7]).toBe(fitness.ctl[7]! - fitness.ctl[0]!);
    expect(ramp[8]).toBe(fitness.ctl[8]! - fitness.ctl[1]!);
    expect(rampRate(fitness, 1)[1]).toBe(fitness.ctl[1]! - fitness.ctl[0]!);
  });

  it.each([0, -7, 1.5, Number.NaN])('refuses a step of %d days', (step) => {
    expect(() => rampRate(fitnessSeries(days(1)), step)).toThrow(`days ${step} must be a whole number from 1 up`);
  });

  it.skipIf(golden === null)('reproduces the reference series', () => {
    const ramp = rampRate(fitnessSeries(days(...series)));
    golden!.pmc_400_days.ramp_rate_7d_exponential.forEach((expected, i) => {
      if (expected === null) expect(ramp[i]).toBeNull();
      else expect(ramp[i]).toBeCloseTo(expected, 5);
    });
  });
});

describe('form as platforms show it', () => {
  it('is a share of fitness, which needs some fitness', () => {
    expect(formPercent(-12, 60)).toBe(-20);
    expect(formPercent(0, 0)).toBeNull();
    expect(formPercent(5, 0)).toBeNull();
    expect(formPercent(Number.NaN, 5)).toBeNull();
  });

  it.each([
    [20, 'transition'],
    [19.9, 'fresh'],
    [5, 'fresh'],
    [-10, 'grey'],
    [-10.1, 'optimal'],
    [-30, 'optimal'],
    [-30.1, 'high risk'],
  ])('lies, at %d, in the band "%s" of Intervals.icu', (form, name) => {
    expect(formBand(form)).toBe(name);
    expect(formBand(form, FORM_BANDS.intervals)).toBe(name);
  });

  it('has no band for no form, nor below every band', () => {
    expect(formBand(Number.NaN)).toBeNull();
    expect(formBand(-5, [{ name: 'fresh', from: 0 }])).toBeNull();
  });
});
