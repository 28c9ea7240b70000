import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../day/index.ts';
import {
  type DailyLoads,
  FITNESS_PRESETS,
  type FitnessOptions,
  fitnessConvention,
  fitnessOn,
  fitnessSeries,
} from './index.ts';

const days = (...values: number[]): DailyLoads => ({
  from: '2026-03-01',
  values: Float64Array.from(values),
  incomplete: [],
});
const zeros = (n: number) => new Array<number>(n).fill(0);

describe('conventions', () => {
  it('defaults to the exponential recursion with form of the evening before', () => {
    expect(fitnessConvention()).toEqual({ recursion: 'exponential', form: 'previous_day', ctlDays: 42, atlDays: 7 });
    expect(fitnessConvention({ preset: 'goldencheetah' })).toEqual(fitnessConvention());
  });

  it('knows that TrainingPeaks divides by τ and that Intervals.icu shows form of the same evening', () => {
    expect(fitnessConvention({ preset: 'trainingpeaks' })).toEqual({
      ...FITNESS_PRESETS.default,
      recursion: 'reciprocal',
    });
    expect(fitnessConvention({ preset: 'intervals' })).toEqual({ ...FITNESS_PRESETS.default, form: 'same_day' });
  });

  it('lets a part replace that of the preset', () => {
    expect(fitnessConvention({ preset: 'trainingpeaks', form: 'same_day', ctlDays: 50, atlDays: 10 })).toEqual({
      recursion: 'reciprocal',
      form: 'same_day',
      ctlDays: 50,
      atlDays: 10,
    });
  });

  it.each([
    [{ preset: 'garmin' }, 'preset "garmin" is not one of default,trainingpeaks,intervals,goldencheetah'],
    [{ form: 'tomorrow' }, 'form "tomorrow" is not previous_day or same_day'],
    [{ recursion: 'simple' }, 'no simple average over 42 days; write exponential, 42'],
    [{ ctlDays: 0 }, 'no exponential average over 0 days'],
    [{ atlDays: -7 }, 'no exponential average over -7 days'],
    [{ ctlDays: Number.NaN }, 'no exponential average over NaN days'],
    [{ atlDays: Number.POSITIVE_INFINITY }, 'no exponential average over Infinity days'],
    [{ recursion: 'reciprocal', atlDays: 0.9 }, 'no reciprocal average over 0.9 days'],
  ])('refuses %j', (options, message) => {
    expect(() => fitnessConvention(options as FitnessOptions)).toThrow(RangeError);
    expect(() => fitnessSeries(days(1), options as FitnessOptions)).toThrow(message);
  });

  it('takes a reciprocal time constant of one day: the average is then the day itself', () => {
    expect([...fitnessSeries(days(10, 20), { recursion: 'reciprocal', ctlDays: 1 }).ctl]).toEqual([10, 20]);
  });
});

describe('fitnessSeries', () => {
  it('adds .023528 of a day to CTL and .133122 to ATL, as the Intervals.icu forum gives them', () => {
    const { ctl, atl, form } = fitnessSeries(days(1, 0), { preset: 'intervals' });
    expect(ctl[0]).toBeCloseTo(0.023528, 6);
    expect(atl[0]).toBeCloseTo(0.133122, 6);
    expect(ctl[1]! / ctl[0]!).toBeCloseTo(0.976472, 6);
    expect(atl[1]! / atl[0]!).toBeCloseTo(0.866878, 6);
    expect(form[0]).toBeCloseTo(0.023528 - 0.133122, 6);
  });

  it('moves by 1/42 and 1/7 under TrainingPeaks, with form of the evening before', () => {
    const { ctl, atl, form } = fitnessSeries(days(84, 42, 0), { preset: 'trainingpeaks' });
    expect(ctl[0]).toBeCloseTo(2, 12);
    expect(ctl[1]).toBeCloseTo(2 + 40 / 42, 12);
    expect(atl[0]).toBeCloseTo(12, 12);
    expect(form[0]).toBe(0);
    expect(form[1]).toBeCloseTo(2 - 12, 12);
    expect(form[2]).toBeCloseTo(ctl[1]! - atl[1]!, 12);
  });

  it('starts from the values given, and shows their form on the first morning', () => {
    const series = fitnessSeries(days(0), { seed: { ctl: 50, atl: 60 } });
    expect(series.form[0]).toBe(-10);
    expect(series.ctl[0]).toBeCloseTo(50 * Math.exp(-1 / 42), 12);
    expect(series.atl[0]).toBeCloseTo(60 * Math.exp(-1 / 7), 12);
    expect(series.start.ctl.bias).toBe(0);
    expect(series.start.atl.bias).toBe(0);
  });

  it('is not fooled by a hard first day, unless asked to start from it', () => {
    expect(fitnessSeries(days(200)).ctl[0]).toBeLessThan(5);
    expect(fitnessSeries(days(200, 0), { seed: { meanOfDays: 1 } }).ctl[0]).toBeCloseTo(200, 12);
  });

  it('starts from the mean of the first known days when asked to', () => {
    const series = fitnessSeries(days(30, Number.NaN, 90, 500), { seed: { meanOfDays: 3 }, recursion: 'reciprocal' });
    expect(series.ctl[0]).toBeCloseTo(60 - 30 / 42, 12);
    expect(fitnessSeries(days(Number.NaN), { seed: { meanOfDays: 28 } }).ctl[0]).toBe(0);
  });

  it('says how much of the start is left and what it may still cost', () => {
    const { start } = fitnessSeries(days(...new Array<number>(42).fill(60)));
    expect(start.ctl.share).toBeCloseTo(Math.exp(-1), 12);
    expect(start.atl.share).toBeCloseTo(Math.exp(-6), 12);
    expect(start.ctl.bias).toBeCloseTo(60 * Math.exp(-1), 10);
    const fromMean = fitnessSeries(days(80, ...zeros(41)), { seed: { meanOfDays: 1 } }).start.ctl;
    expect(fromMean.bias).toBeCloseTo(Math.exp(-1) * (80 / 42 - 80), 10);
  });

  it('takes the first 42 days, not more, for what the start may cost', () => {
    const { start } = fitnessSeries(days(...new Array<number>(42).fill(10), ...new Array<number>(42).fill(1000)));
    expect(start.ctl.bias).toBeCloseTo(10 * Math.exp(-2), 10);
  });

  it('names the day from which 3 τ have passed', () => {
    expect(fitnessSeries(days(1)).settledFrom).toBe(addDays('2026-03-01', 126));
    expect(fitnessSeries(days(1), { ctlDays: 10.5 }).settledFrom).toBe(addDays('2026-03-01', 32));
  });

  it('decays to the day asked for', () => {
    const series = fitnessSeries(days(100), { until: '2026-03-31', preset: 'intervals' });
    expect(series.to).toBe('2026-03-31');
    expect(series.ctl.length).toBe(31);
    expect(series.ctl[30]).toBeCloseTo(series.ctl[0]! * Math.exp(-30 / 42), 12);
    expect(series.atl[30]).toBeCloseTo(series.atl[0]! * Math.exp(-30 / 7), 12);
    expect(series.start.ctl.share).toBeCloseTo(Math.exp(-31 / 42), 12);
  });

  it('ends before the last load when asked to, without looking at what follows', () => {
    const series = fitnessSeries(days(100, 50, Number.POSITIVE_INFINITY), { until: '2026-03-02' });
    expect(series.to).toBe('2026-03-02');
    expect([...series.ctl]).toEqual([...fitnessSeries(days(100, 50)).ctl]);
    expect(series.start.ctl.bias).toBeCloseTo(75 * Math.exp(-2 / 42), 10);
  });

  it('counts an unknown day as rest, or holds both averages through it', () => {
    const loads = days(100, Number.NaN, 0);
    expect([...fitnessSeries(loads).ctl]).toEqual([...fitnessSeries(days(100, 0, 0)).ctl]);
    const held = fitnessSeries(loads, { unknownLoad: 'hold' });
    expect(held.ctl[1]).toBe(held.ctl[0]);
    expect(held.atl[1]).toBe(held.atl[0]);
    expect(held.ctl[2]).toBeLessThan(held.ctl[1]!);
    expect(held.start.ctl.share).toBeCloseTo(Math.exp(-2 / 42), 12);
  });

  it('feeds ATL from its own loads', () => {
    const series = fitnessSeries(days(0, 0), { atlLoads: days(0, 70), recursion: 'reciprocal' });
    expect([...series.ctl]).toEqual([0, 0]);
    expect([...series.atl]).toEqual([0, 10]);
  });

  it.each<[string, () => unknown, string]>([
    ['a negative load', () => fitnessSeries(days(1, -0.5)), 'load -0.5 of 2026-03-02 must be 0 to 1e9'],
    ['an infinite load', () => fitnessSeries(days(Number.POSITIVE_INFINITY)), 'load Infinity of 2026-03-01'],
    ['a negative start', () => fitnessSeries(days(1), { seed: { ctl: -1, atl: 0 } }), 'load -1 of 2026-03-01'],
    ['a start that is not a number', () => fitnessSeries(days(1), { seed: { ctl: 1, atl: Number.NaN } }), 'load NaN'],
    ['a mean of no days', () => fitnessSeries(days(1), { seed: { meanOfDays: 0 } }), 'meanOfDays 0 must be 1 or more'],
    ['no days', () => fitnessSeries(days()), '2026-03-01 to 2026-02-28 is backwards'],
    ['an end before the start', () => fitnessSeries(days(1), { until: '2026-02-28' }), 'is backwards'],
    ['an end in another age', () => fitnessSeries(days(1), { until: '9999-12-31' }), 'over 100 years'],
    [
      'ATL loads of other days',
      () => fitnessSeries(days(1), { atlLoads: days(1, 2) }),
      'atlLoads must cover the days of the loads',
    ],
    [
      'ATL loads from another day',
      () => fitnessSeries(days(1), { atlLoads: { ...days(1), from: '2026-03-02' } }),
      'atlLoads',
    ],
    [
      'a first day that does not exist',
      () => fitnessSeries({ ...days(1), from: '2026-02-30' }),
      '"2026-02-30" is not a day',
    ],
  ])('refuses %s', (_, run, message) => {
    expect(run).toThrow(RangeError);
    expect(run).toThrow(message);
  });

  it('takes loads to a thousand million, beyond which sums would not hold', () => {
    expect(fitnessSeries(days(1e9)).ctl[0]).toBeGreaterThan(2e7);
    expect(() => fitnessSeries(days(1.1e9))).toThrow('load 1100000000 of 2026-03-01 must be 0 to 1e9');
    expect(fitnessSeries(days(1, 1.1e9), { until: '2026-03-01' }).start.ctl.bias).toBeLessThan(1);
  });
});

describe('what must hold for any loads', () => {
  const load = fc.double({ min: 0, max: 1000, noNaN: true });
  const loads = fc.array(load, { minLength: 1, maxLength: 200 });
  const options = fc.constantFrom<FitnessOptions>(
    { preset: 'default' },
    { preset: 'trainingpeaks' },
    { preset: 'intervals', seed: { ctl: 40, atl: 70 } },
    { ctlDays: 30.5, atlDays: 3 },
  );
  const near = (a: Float64Array, b: (i: number) => number) =>
    a.forEach((value, i) => {
      expect(value).toBeCloseTo(b(i), 7);
    });

  it('is linear: the series of a sum is the sum of the series', () => {
    fc.assert(
      fc.property(loads, load, fc.double({ min: 0, max: 3, noNaN: true }), (a, shift, factor) => {
        const b = a.map((value, i) => (value * 7 + i * shift) % 300);
        const sum = fitnessSeries(days(...a.map((value, i) => value * factor + b[i]!)));
        const [fromA, fromB] = [fitnessSeries(days(...a)), fitnessSeries(days(...b))];
        near(sum.ctl, (i) => factor * fromA.ctl[i]! + fromB.ctl[i]!);
        near(sum.form, (i) => factor * fromA.form[i]! + fromB.form[i]!);
      }),
    );
  });

  it('can be split anywhere: the second part starts from the end of the first', () => {
    fc.assert(
      fc.property(fc.array(load, { minLength: 2, maxLength: 200 }), fc.nat(), options, (values, at, convention) => {
        const cut = 1 + (at % (values.length - 1));
        const whole = fitnessSeries(days(...values), convention);
        const first = fitnessSeries(days(...values.slice(0, cut)), convention);
        const second = fitnessSeries(
          { from: addDays('2026-03-01', cut), values: Float64Array.from(values.slice(cut)), incomplete: [] },
          { ...convention, seed: { ctl: first.ctl.at(-1)!, atl: first.atl.at(-1)! } },
        );
        near(second.ctl, (i) => whole.ctl[cut + i]!);
        near(second.atl, (i) => whole.atl[cut + i]!);
        near(second.form, (i) => whole.form[cut + i]!);
      }),
    );
  });

  it('stays between the smallest and the largest load seen, from a start between them', () => {
    fc.assert(
      fc.property(loads, options, (values, convention) => {
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const { ctl, atl } = fitnessSeries(days(...values), { ...convention, seed: { ctl: low, atl: high } });
        for (const value of [...ctl, ...atl]) {
          expect(value).toBeGreaterThanOrEqual(low - 1e-9);
          expect(value).toBeLessThanOrEqual(high + 1e-9);
        }
      }),
    );
  });

  it('equals the other recursion under τ′ = −1/ln(1 − 1/τ)', () => {
    fc.assert(
      fc.property(loads, (values) => {
        const reciprocal = fitnessSeries(days(...values), { preset: 'trainingpeaks' });
        const exponential = fitnessSeries(days(...values), {
          ctlDays: -1 / Math.log(1 - 1 / 42),
          atlDays: -1 / Math.log(1 - 1 / 7),
        });
        near(reciprocal.ctl, (i) => exponential.ctl[i]!);
        near(reciprocal.atl, (i) => exponential.atl[i]!);
      }),
    );
  });
});

describe('fitnessOn', () => {
  const series = fitnessSeries(days(10, 20, 30));

  it('reads a day of the series', () => {
    expect(fitnessOn(series, '2026-03-01')).toEqual({
      day: '2026-03-01',
      ctl: series.ctl[0],
      atl: series.atl[0],
      form: 0,
    });
    expect(fitnessOn(series, '2026-03-03')).toEqual({
      day: '2026-03-03',
      ctl: series.ctl[2],
      atl: series.atl[2],
      form: series.form[2],
    });
  });

  it.each(['2026-02-28', '2026-03-04'])('has nothing for %s, outside the series', (day) => {
    expect(fitnessOn(series, day)).toBeNull();
  });

  it('refuses a day that does not exist', () => {
    expect(() => fitnessOn(series, '2026-02-29')).toThrow(RangeError);
  });
});
