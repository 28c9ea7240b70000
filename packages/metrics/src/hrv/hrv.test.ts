import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import { addDays } from '../day/index.ts';
import { type DailyValue, dailyBaseline, dfaAlpha1, dfaAlpha1Series, hrv, hrvSpectrum } from './index.ts';

interface Reference {
  hrv: Record<string, number> & { rr_ms: number[]; filtered_20pct_of_median: { kept: number; rmssd: number } };
  hrv_baseline: {
    ln_rmssd_daily: number[];
    rolling7: number;
    baseline_mean: number;
    baseline_sd: number;
    swc_half_sd: [number, number];
    below_swc: boolean;
  };
}
const golden = sharedData<Reference>('golden.json');
const rr = [800, 810, 790, 805, 1200, 795, 802, 811, 798, 640, 806, 799, 803, 812, 797];

/** Numbers that look random and are the same on every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 1_073_741_824 - 1;
  };
}

describe('hrv', () => {
  it.skipIf(golden === null)('reproduces the reference intervals, raw and cleaned', () => {
    const reference = golden!.hrv;
    const raw = hrv(reference.rr_ms, { rule: 'none' }).value!;
    expect(raw.rmssd).toBeCloseTo(reference.rmssd!, 4);
    expect(raw.lnRmssd).toBeCloseTo(reference.ln_rmssd!, 4);
    expect(raw.sdnn).toBeCloseTo(reference.sdnn_sample!, 4);
    expect(raw.sdnnPopulation).toBeCloseTo(reference.sdnn_population!, 4);
    expect(raw.pnn50).toBeCloseTo(reference.pnn50!, 4);
    expect(raw.meanHr).toBeCloseTo(reference.mean_hr!, 4);
    const cleaned = hrv(reference.rr_ms, { rule: 'global' }).value!;
    expect(cleaned.beats).toBe(reference.filtered_20pct_of_median.kept);
    expect(cleaned.rmssd).toBeCloseTo(reference.filtered_20pct_of_median.rmssd, 3);
  });

  it('takes no difference across a removed beat', () => {
    const result = hrv(rr);
    expect(result.value!.beats).toBe(13);
    const differences = [10, -20, 15, 7, 9, -13, -7, 4, 9, -15];
    expect(result.value!.rmssd).toBeCloseTo(Math.sqrt(differences.reduce((sum, d) => sum + d * d, 0) / 10), 10);
    expect(result).toMatchObject({
      coverage: 13 / 15,
      method: 'rMSSD, cleaning local',
      warnings: [{ code: 'artefacts' }],
    });
    expect(result.value!.artefacts).toBeCloseTo(100 * (2 / 15), 10);
  });

  it('follows a heart rate that changes, where one median for all would not', () => {
    const easing = Array.from({ length: 400 }, (_, i) => 400 + i * 1.5);
    expect(hrv(easing).value!.beats).toBe(400);
    expect(hrv(easing, { rule: 'global' }).value!.beats).toBeLessThan(300);
  });

  it('drops intervals that no heart makes', () => {
    const result = hrv([...new Array<number>(20).fill(800), 299, 2001, Number.NaN, -5, 0, Number.POSITIVE_INFINITY]);
    expect(result.value!.beats).toBe(20);
    expect(result.value).toMatchObject({ rmssd: 0, lnRmssd: null, pnn50: 0, meanHr: 75, sdnn: 0 });
  });

  it('gives five-minute figures only where there are five minutes', () => {
    const segment = (level: number, n: number) => Array.from({ length: n }, (_, i) => level + (i % 2 === 0 ? 10 : -10));
    const two = hrv([...segment(1000, 300), ...segment(900, 334)]).value!;
    expect(two.sdann).toBeCloseTo(Math.sqrt(5000), 0);
    expect(two.sdnnIndex).toBeCloseTo(10, 1);
    expect(hrv(segment(1000, 300)).value).toMatchObject({ sdann: null, sdnnIndex: expect.closeTo(10, 1) });
    expect(hrv(segment(1000, 200)).value).toMatchObject({ sdann: null, sdnnIndex: null });
  });

  it.each<[string, number[], Parameters<typeof hrv>[1], string]>([
    ['nothing', [], {}, 'too_few'],
    ['nine beats', rr.slice(0, 9), { rule: 'none' }, 'too_few'],
    ['no two neighbours', Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 800 : 5000)), {}, 'too_few'],
    ['a limit of 0', rr, { limit: 0 }, 'bad_input'],
    ['a limit of 1', rr, { limit: 1 }, 'bad_input'],
    ['a limit without a number', rr, { limit: Number.NaN }, 'bad_input'],
    ['only broken numbers', new Array<number>(30).fill(Number.NaN), {}, 'too_few'],
  ])('refuses %s', (_, intervals, cleaning, reason) => {
    expect(hrv(intervals, cleaning)).toMatchObject({ value: null, reason });
  });

  it('never answers with NaN, whatever the intervals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double(), { maxLength: 60 }),
        fc.constantFrom('local', 'global', 'none'),
        (intervals, rule) => {
          const { value } = hrv(intervals, { rule });
          if (value === null) return;
          for (const part of Object.values(value)) expect(part).not.toBeNaN();
        },
      ),
    );
  });
});

describe('hrvSpectrum', () => {
  const breathing = (hertz: number, amplitude: number, seconds: number) => {
    const intervals: number[] = [];
    for (let clock = 0; clock < seconds; ) {
      const interval = 900 + amplitude * Math.sin(2 * Math.PI * hertz * clock);
      intervals.push(interval);
      clock += interval / 1000;
    }
    return intervals;
  };

  it('finds the power of an oscillation in its band: A²/2', () => {
    const high = hrvSpectrum(breathing(0.25, 40, 320)).value!;
    expect(high.hf).toBeGreaterThan(700);
    expect(high.hf).toBeLessThan(900);
    expect(high.ratio).toBeLessThan(0.05);
    const low = hrvSpectrum(breathing(0.1, 40, 1210)).value!;
    expect(low.lf).toBeGreaterThan(700);
    expect(low.lf).toBeLessThan(900);
    expect(low.windows).toBe(4);
  });

  it('takes one shorter window of a shorter recording', () => {
    expect(hrvSpectrum(breathing(0.25, 40, 150))).toMatchObject({
      value: { windows: 1 },
      method: 'Lomb periodogram, 5 min windows',
    });
  });

  it.each([
    [[], 'too_short'],
    [breathing(0.25, 40, 100), 'too_short'],
    [Array.from({ length: 400 }, (_, i) => (i % 3 === 0 ? 800 : 2500)), 'too_few'],
    [new Array<number>(500).fill(Number.NaN), 'too_short'],
  ])('refuses with a reason', (intervals, reason) => {
    expect(hrvSpectrum(intervals)).toMatchObject({ value: null, reason });
  });
});

describe('DFA α1', () => {
  const white = (n: number) => {
    const random = noise(7);
    return Array.from({ length: n }, () => 800 + 20 * random());
  };
  const brown = (n: number) => {
    const random = noise(11);
    let level = 0;
    return Array.from({ length: n }, () => {
      level = 0.995 * level + 3 * random();
      return 800 + level;
    });
  };

  it('is about 0.5 for white noise and about 1.5 for a random walk', () => {
    expect(dfaAlpha1(white(2000)).value).toBeGreaterThan(0.4);
    expect(dfaAlpha1(white(2000)).value).toBeLessThan(0.65);
    expect(dfaAlpha1(brown(2000)).value).toBeGreaterThan(1.2);
    expect(dfaAlpha1(brown(2000)).value).toBeLessThan(1.6);
  });

  it('does not see a slow trend', () => {
    const drifting = white(300).map((interval, i) => interval - 0.3 * i);
    expect(dfaAlpha1(drifting).value).toBeCloseTo(dfaAlpha1(white(300)).value!, 2);
  });

  it('is followed along an activity, with gaps where the strap failed', () => {
    const intervals = [...white(300), ...new Array<number>(60).fill(100), ...white(300)];
    const result = dfaAlpha1Series(intervals, { window: 120, step: 60 });
    expect(result.value![0]!.at).toBe(120);
    expect(result.value![1]!.at).toBe(180);
    expect(result.value!.some((point) => point.alpha1 === null)).toBe(true);
    expect(result.value![0]!.alpha1).toBeCloseTo(dfaAlpha1(intervals.slice(0, 150)).value!, 1);
    const covered = result.value!.filter((point) => point.alpha1 !== null).length / result.value!.length;
    expect(result).toMatchObject({ coverage: covered });
  });

  it('refuses what is too short, too broken or still', () => {
    expect(dfaAlpha1(white(63))).toMatchObject({ reason: 'too_few' });
    expect(dfaAlpha1(white(200).map((interval, i) => (i % 10 === 0 ? 2 * interval : interval)))).toMatchObject({
      reason: 'low_coverage',
    });
    expect(dfaAlpha1(new Array<number>(100).fill(800))).toMatchObject({ reason: 'undefined_ratio' });
    expect(dfaAlpha1Series(white(100))).toMatchObject({ reason: 'too_short' });
    expect(dfaAlpha1Series([], { window: 59 })).toMatchObject({ reason: 'bad_input' });
    expect(dfaAlpha1Series([], { step: 0 })).toMatchObject({ reason: 'bad_input' });
    expect(dfaAlpha1Series(new Array<number>(20_000).fill(9999))).toMatchObject({ reason: 'bad_input' });
  });
});

describe('dailyBaseline', () => {
  const on = '2026-03-30';
  const series = (values: readonly (number | null)[]): DailyValue[] =>
    values.map((value, i) => ({ day: addDays(on, i - values.length + 1), value }));
  const steady = series([
    ...Array.from({ length: 23 }, (_, i) => 4 + 0.1 * (i % 2)),
    ...new Array<number>(7).fill(4.05),
  ]);

  it.skipIf(golden === null)('reproduces the reference month', () => {
    const reference = golden!.hrv_baseline;
    const result = dailyBaseline(series(reference.ln_rmssd_daily), { on }).value!;
    expect(result.rolling).toBeCloseTo(reference.rolling7, 5);
    expect(result.mean).toBeCloseTo(reference.baseline_mean, 5);
    expect(result.deviation).toBeCloseTo(reference.baseline_sd, 4);
    expect(result.normal.low).toBeCloseTo(reference.swc_half_sd[0], 4);
    expect(result.normal.high).toBeCloseTo(reference.swc_half_sd[1], 4);
    expect(result.position === 'below').toBe(reference.below_swc);
  });

  it('places the week within, above or below normal', () => {
    const week = (level: number) =>
      dailyBaseline([...steady.slice(0, 23), ...steady.slice(23).map((v) => ({ ...v, value: level }))], { on }).value!;
    expect(week(4.05)).toMatchObject({ position: 'within', valuesInWeek: 7, valuesBefore: 23, age: 0 });
    expect(week(4.2)).toMatchObject({ position: 'above' });
    expect(week(3.9)).toMatchObject({ position: 'below' });
    expect(week(3.9).z).toBeCloseTo((3.9 - week(3.9).mean) / week(3.9).deviation, 10);
    expect(week(3.9).zToday).toBeCloseTo(week(3.9).z!, 10);
    expect(week(3.9).weekCv).toBeCloseTo(0, 10);
    expect(week(4.05).normal.high - week(4.05).mean).toBeCloseTo(0.5 * week(4.05).deviation, 12);
  });

  it('keeps a bad week out of its own yardstick, and days beyond the window out of both', () => {
    const values = [{ day: addDays(on, -60), value: 99 }, ...steady, { day: addDays(on, 1), value: 99 }];
    expect(dailyBaseline(values, { on }).value).toEqual(dailyBaseline(steady, { on }).value);
    expect(dailyBaseline([{ day: addDays(on, -59), value: 99 }, ...steady], { on }).value!.valuesBefore).toBe(24);
    expect(dailyBaseline(steady, { on, days: 25 }).value!.valuesBefore).toBe(18);
  });

  it('leaves days without a value out and says how old the newest is', () => {
    const gaps = steady.map((v, i) => (i > 26 ? { ...v, value: null } : v));
    const result = dailyBaseline(gaps, { on });
    expect(result).toMatchObject({
      value: { age: 3, valuesInWeek: 4, zToday: null },
      warnings: [{ code: 'stale', detail: 'The newest value is 3 days old.' }],
    });
    expect(dailyBaseline(steady, { on })).toMatchObject({ warnings: [], coverage: 0.5 });
  });

  it('takes the last of several values of a day, in any order of days', () => {
    const twice = [{ day: on, value: 9 }, ...steady];
    expect(dailyBaseline(twice, { on }).value).toEqual(dailyBaseline(steady, { on }).value);
    expect(dailyBaseline(steady.toReversed(), { on }).value!.rolling).toBeCloseTo(
      dailyBaseline(steady, { on }).value!.rolling,
      12,
    );
  });

  it('has no z where nothing ever varied', () => {
    const flat = steady.map((v) => ({ ...v, value: 4 }));
    expect(dailyBaseline(flat, { on }).value).toMatchObject({ z: null, zToday: null, position: 'within' });
  });

  it.each<[string, DailyValue[], Partial<Parameters<typeof dailyBaseline>[1]>, string]>([
    ['no values', [], {}, 'too_few'],
    ['two values in the week', steady.map((v, i) => (i > 24 ? { ...v, value: null } : v)), {}, 'too_few'],
    ['13 values before', steady.slice(10), {}, 'too_few'],
    ['a value without a number', [...steady, { day: on, value: Number.NaN }], {}, 'bad_input'],
    ['a day that does not exist', [{ day: '2026-02-30', value: 1 }], {}, 'bad_input'],
    ['eight days', steady, { days: 8 }, 'bad_input'],
    ['401 days', steady, { days: 401 }, 'bad_input'],
    ['no values asked of the week', steady, { fewestInWeek: 0 }, 'bad_input'],
    ['one value asked before', steady, { fewestBefore: 1 }, 'bad_input'],
    ['no change worth while', steady, { change: 0 }, 'bad_input'],
  ])('refuses %s', (_, values, options, reason) => {
    expect(dailyBaseline(values, { on, ...options })).toMatchObject({ value: null, reason });
  });
});
