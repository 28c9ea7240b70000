import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import { type DailyLoads, type FitnessOptions, fitnessSeries } from './index.ts';

interface Curves<T> {
  ctl: T;
  atl: T;
  tsb_same_day: T;
  tsb_previous_day: T;
}
interface Reference {
  pmc_400_days: Record<'exponential_1_minus_exp' | 'one_over_tau', Curves<number[]>> &
    Record<'seeded_50_60_exponential' | 'seeded_50_60_one_over_tau', Curves<number>> & {
      first_value_seed_one_over_tau_like_pandas_adjust_false: Curves<number[]>;
      projection_28_days: Record<'exponential' | 'one_over_tau', Curves<number[]>>;
    };
}

const golden = sharedData<Reference>('golden.json')?.pmc_400_days;

const load = (d: number) => (d % 7 === 0 || (d >= 200 && d <= 220) ? 0 : 40 + ((d * 37) % 60) + (d % 7 === 6 ? 30 : 0));
const loads: DailyLoads = {
  from: '2025-01-01',
  values: Float64Array.from({ length: 400 }, (_, d) => load(d)),
  incomplete: [],
};
const forms = ['same_day', 'previous_day'] as const;

function expectCurves(
  options: FitnessOptions,
  expected: Curves<number[]>,
  series: DailyLoads = loads,
  start = 0,
): void {
  for (const form of forms) {
    const result = fitnessSeries(series, { ...options, form });
    const columns = [
      [result.ctl, expected.ctl],
      [result.atl, expected.atl],
      [result.form, expected[`tsb_${form}`]],
    ] as const;
    for (const [ours, theirs] of columns) {
      expect(ours.length - start).toBe(theirs.length);
      theirs.forEach((value, i) => {
        expect(Math.abs(ours[start + i]! - value)).toBeLessThanOrEqual(5.01e-7);
      });
    }
  }
}

describe.skipIf(golden === undefined)('400 reference days', () => {
  it.each([
    ['exponential', 'exponential_1_minus_exp'],
    ['reciprocal', 'one_over_tau'],
  ] as const)('are reproduced day by day by the %s recursion, form both ways', (recursion, name) => {
    expectCurves({ recursion }, golden![name]);
  });

  it.each([
    ['exponential', 'seeded_50_60_exponential'],
    ['reciprocal', 'seeded_50_60_one_over_tau'],
  ] as const)('are reproduced from CTL 50 and ATL 60 by the %s recursion', (recursion, name) => {
    for (const form of forms) {
      const series = fitnessSeries(loads, { recursion, form, seed: { ctl: 50, atl: 60 } });
      expect(series.ctl[399]).toBeCloseTo(golden![name].ctl, 6);
      expect(series.atl[399]).toBeCloseTo(golden![name].atl, 6);
      expect(series.form[399]).toBeCloseTo(golden![name][`tsb_${form}`], 6);
    }
  });

  it('are reproduced from the first value, as pandas does it', () => {
    const expected = golden!.first_value_seed_one_over_tau_like_pandas_adjust_false;
    const { ctl, atl } = fitnessSeries(loads, { recursion: 'reciprocal', seed: { meanOfDays: 1 } });
    [0, 1, 41, 399].forEach((day, i) => {
      expect(ctl[day]).toBeCloseTo(expected.ctl[i]!, 6);
      expect(atl[day]).toBeCloseTo(expected.atl[i]!, 6);
    });
  });

  it.each([
    ['exponential', 'exponential'],
    ['reciprocal', 'one_over_tau'],
  ] as const)('are projected over 28 planned days by the %s recursion', (recursion, name) => {
    const plan = Float64Array.from({ length: 428 }, (_, d) => (d < 400 ? load(d) : (d - 400) % 3 === 0 ? 0 : 60));
    expectCurves({ recursion }, golden!.projection_28_days[name], { ...loads, values: plan }, 400);
  });
});
