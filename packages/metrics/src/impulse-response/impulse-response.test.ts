import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import { addDays } from '../day/index.ts';
import type { DailyLoads } from '../load/index.ts';
import {
  fitImpulseResponse,
  IMPULSE_RESPONSE_PRESETS,
  type ImpulseResponse,
  impulseResponse,
  influenceDays,
  saturatedLoads,
  variableDoseResponse,
} from './index.ts';

const from = '2025-01-01';
const days = (values: ArrayLike<number>): DailyLoads => ({ from, values: Float64Array.from(values), incomplete: [] });
const workbook: ImpulseResponse = { p0: 500, k1: 1, k2: 2, tau1: 27, tau2: 10 };
const block = days(Array.from({ length: 200 }, (_, d) => (d >= 1 && d <= 119 ? 100 : 0)));

interface Reference {
  banister: { p: Record<string, number>; tn: number; tg: number };
  published_clarke_skiba_2013: { fig8_banister: { params: ImpulseResponse; published: { tn: number; tg: number } } };
}
const golden = sharedData<Reference>('golden.json');

describe('impulseResponse', () => {
  it('reproduces the printed worked example: 119 days of 100 from day 1, then rest', () => {
    const { performance } = impulseResponse(block, workbook).value!;
    const printed = { 0: 500, 1: 400, 2: 315.396561, 10: 22.772983, 37: 501.989079, 77: 990.79854 };
    for (const [day, p] of Object.entries(printed)) expect(performance[Number(day)]).toBeCloseTo(p, 6);
  });

  it.skipIf(golden === null)('reproduces the reference days', () => {
    const { performance } = impulseResponse(block, workbook).value!;
    for (const [day, p] of Object.entries(golden!.banister.p)) expect(performance[Number(day)]).toBeCloseTo(p, 4);
  });

  it('is the double sum of its definition', () => {
    const loads = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 60 });
    const tau = fc.double({ min: 1, max: 80, noNaN: true });
    fc.assert(
      fc.property(loads, tau, tau, fc.constantFrom('include', 'exclude'), (values, tau1, tau2, sameDay) => {
        const series = impulseResponse(days(values), { p0: 3, k1: 0.4, k2: 0.7, tau1, tau2 }, { sameDay }).value!;
        const sum = (t: number, tau: number) =>
          values.reduce(
            (total, w, s) =>
              s < t || (s === t && sameDay === 'include') ? total + w * Math.exp(-(t - s) / tau) : total,
            0,
          );
        values.forEach((_, t) => {
          expect(series.fitness[t]).toBeCloseTo(0.4 * sum(t, tau1), 6);
          expect(series.fatigue[t]).toBeCloseTo(0.7 * sum(t, tau2), 6);
          expect(series.performance[t]).toBeCloseTo(3 + 0.4 * sum(t, tau1) - 0.7 * sum(t, tau2), 6);
        });
      }),
    );
  });

  it('rests after the last load until the day asked for, and takes unknown loads as rest', () => {
    const { performance } = impulseResponse(days([100, Number.NaN]), workbook, { until: '2025-01-03' }).value!;
    expect(performance.length).toBe(3);
    expect(performance[2]).toBeCloseTo(500 + 100 * Math.exp(-2 / 27) - 200 * Math.exp(-2 / 10), 10);
  });

  it.each<[string, DailyLoads, Partial<ImpulseResponse>, string]>([
    ['a negative load', days([-1]), {}, 'load -1 of 2025-01-01'],
    ['loads too large to add up', days([1e9, 1e9]), { k1: 1e308 }, 'too large'],
    ['no base', days([1]), { p0: Number.NaN }, 'p0 NaN must be a finite number'],
    ['a negative weight', days([1]), { k2: -1 }, 'k2 -1 must be a finite number from 0 up'],
    ['a time constant of 0', days([1]), { tau1: 0 }, 'tau1 0 must be above 0'],
    ['a time constant of three years', days([1]), { tau2: 1001 }, 'tau2 1001 must be'],
    ['no days', days([]), {}, 'is backwards'],
  ])('refuses %s', (_, loads, change, detail) => {
    const result = impulseResponse(loads, { ...workbook, ...change });
    expect(result).toMatchObject({ value: null, reason: 'bad_input', detail: expect.stringContaining(detail) });
  });
});

describe('influenceDays', () => {
  it('gives the published t_n and t_g', () => {
    expect(influenceDays(workbook).value).toEqual({ tn: expect.closeTo(11.0088, 4), tg: expect.closeTo(26.784, 3) });
    const fitted = {
      k1: 0.1825819069014407,
      k2: 0.23016327121095306,
      tau1: 35.821034441472136,
      tau2: 21.33971458297882,
    };
    expect(influenceDays(fitted).value).toEqual({
      tn: expect.closeTo(12.224707842, 8),
      tg: expect.closeTo(39.566018966, 8),
    });
  });

  it('never hurts when fatigue weighs less than fitness', () => {
    expect(influenceDays({ k1: 1, k2: 0.5, tau1: 40, tau2: 30 }).value).toEqual({ tn: 0, tg: 0 });
  });

  it.each([{ tau1: 10 }, { tau1: 9 }, { k1: 0 }, { k2: 0 }])('has no such days with %j', (change) => {
    expect(influenceDays({ ...workbook, ...change })).toMatchObject({ value: null, reason: 'undefined_ratio' });
  });
});

describe('fitImpulseResponse', () => {
  const training = days(Array.from({ length: 200 }, (_, d) => (d % 7 === 0 ? 0 : 30 + ((d * 37) % 80))));
  const published: ImpulseResponse = { p0: 261.93, k1: 0.18258, k2: 0.23016, tau1: 35.821, tau2: 21.34 };
  const curve = impulseResponse(training, published).value!.performance;
  const testOn = (d: number, noise = 0) => ({ day: addDays(from, d), performance: curve[d]! + noise });
  const testDays = [20, 45, 48, 56, 70, 77, 83, 105, 115, 132];

  it('finds the parameters that made the tests', () => {
    for (const sameDay of ['include', 'exclude'] as const) {
      const made = impulseResponse(training, published, { sameDay }).value!.performance;
      const tests = testDays.map((d) => ({ day: addDays(from, d), performance: made[d]! }));
      const fit = fitImpulseResponse(training, tests, { sameDay });
      for (const name of ['p0', 'k1', 'k2', 'tau1', 'tau2'] as const)
        expect(fit.value!.parameters[name] / published[name]).toBeCloseTo(1, 5);
      expect(fit.value!.sse).toBeLessThan(1e-9);
      expect(fit.value!.r2).toBeCloseTo(1, 9);
      expect(fit).toMatchObject({ warnings: [], coverage: null });
    }
  });

  it('finds no worse a fit than the parameters that made noisy tests, and covers them with its intervals', () => {
    const noise = [0.4, -0.3, 0.2, -0.5, 0.1, 0.3, -0.2, 0.4, -0.4, 0];
    const fit = fitImpulseResponse(
      training,
      testDays.map((d, i) => testOn(d, noise[i])),
    ).value!;
    expect(fit.sse).toBeLessThanOrEqual(noise.reduce((sum, e) => sum + e * e, 0));
    expect(fit.r2).toBeGreaterThan(0.99);
    expect(fit.r2Adjusted).toBeCloseTo(1 - ((1 - fit.r2) * 9) / 5, 10);
    expect(fit.tests).toBe(10);
    for (const name of ['p0', 'tau1', 'tau2'] as const) {
      expect(fit.intervals[name]!.low).toBeLessThan(published[name]);
      expect(fit.intervals[name]!.high).toBeGreaterThan(published[name]);
    }
  });

  it('warns of few tests, of unknown loads, and of components that the tests do not separate', () => {
    const fit = fitImpulseResponse(
      { ...training, incomplete: [from] },
      testDays.slice(1).map((d) => testOn(d)),
    );
    expect(fit).toMatchObject({ warnings: [{ code: 'few_tests' }, { code: 'unknown_load' }] });
    const rising = testDays.map((d) => ({ day: addDays(from, d), performance: 200 + d }));
    expect(fitImpulseResponse(training, rising)).toMatchObject({ warnings: [{ code: 'at_bound' }] });
  });

  it.each<[string, DailyLoads, { day: string; performance: number }[], string, string]>([
    [
      'five tests',
      training,
      testDays.slice(0, 5).map((d) => testOn(d)),
      'too_few',
      '5 days with a test; five parameters need at least 6',
    ],
    ['six tests on five days', training, [10, 10, 20, 30, 40, 50].map((d) => testOn(d)), 'too_few', '5 days'],
    [
      'equal tests',
      training,
      testDays.map((d) => ({ ...testOn(d), performance: 300 })),
      'undefined_ratio',
      'same result',
    ],
    [
      'no training',
      days(new Array(200).fill(0)),
      testDays.map((d) => testOn(d)),
      'no_data',
      'no load before the last test',
    ],
    [
      'falling performance',
      training,
      testDays.map((d) => ({ ...testOn(d), performance: 300 - d ** 1.5 })),
      'no_fit',
      'does not rise',
    ],
    [
      'a test before the loads',
      training,
      [...testDays.map((d) => testOn(d)), { day: '2024-12-31', performance: 1 }],
      'bad_input',
      '2024-12-31 lies outside',
    ],
    [
      'a test after the loads',
      training,
      [{ day: addDays(from, 200), performance: 1 }],
      'bad_input',
      'lies outside the loads',
    ],
    [
      'a test without a number',
      training,
      [{ day: from, performance: Number.NaN }],
      'bad_input',
      'must be a finite number',
    ],
    ['a negative load', days([-1]), [], 'bad_input', 'load -1'],
  ])('refuses %s', (_, loads, tests, reason, detail) => {
    expect(fitImpulseResponse(loads, tests)).toMatchObject({
      value: null,
      reason,
      detail: expect.stringContaining(detail),
    });
  });
});

describe('extensions', () => {
  it('saturates: half of κ at δ, never more than κ, rest stays rest and unknown unknown', () => {
    const { values } = saturatedLoads(days([0, 50, 1e9, Number.NaN]), { kappa: 120, gamma: 2, delta: 50 });
    expect([...values]).toEqual([0, 60, expect.closeTo(120, 6), Number.NaN]);
    expect(() => saturatedLoads(days([1]), { kappa: 0, gamma: 1, delta: 1 })).toThrow(
      'kappa 0 must be a finite number above 0',
    );
    expect(() => saturatedLoads(days([-1]), { kappa: 1, gamma: 1, delta: 1 })).toThrow('load -1');
  });

  it('tires more the more training came before', () => {
    const parameters = { p0: 100, k1: 0.1, k3: 0.001, tau1: 40, tau2: 10, tau3: 5 };
    const { performance, fatigue } = variableDoseResponse(days([100, 100]), parameters).value!;
    expect(fatigue[0]).toBeCloseTo(0.001 * 100 * 100, 10);
    const second = 0.001 * (100 * Math.exp(-1 / 5) + 100) * 100;
    expect(fatigue[1]).toBeCloseTo(10 * Math.exp(-1 / 10) + second, 10);
    expect(performance[0]).toBeCloseTo(100 + 10 - 10, 10);
    expect(variableDoseResponse(days([1]), { ...parameters, tau3: 0 })).toMatchObject({ reason: 'bad_input' });
    expect(variableDoseResponse(days([1]), { ...parameters, k3: Number.NaN })).toMatchObject({ reason: 'bad_input' });
    expect(variableDoseResponse(days([1e200]), parameters)).toMatchObject({ reason: 'bad_input' });
  });

  it('has presets in which fatigue fades faster than fitness', () => {
    for (const preset of Object.values(IMPULSE_RESPONSE_PRESETS)) expect(preset.tau1).toBeGreaterThan(preset.tau2);
  });
});
