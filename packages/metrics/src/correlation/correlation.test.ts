import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../day/index.ts';
import { correlate, correlateDays } from './index.ts';

// Anscombe's first quartet, doubled up to the fewest pairs: r = .816, slope .5.
const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
const repeat = (n: number, v: number) => new Array<number>(n).fill(v);
/** Numbers in −1…1 that look random and are the same on every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 1_073_741_824 - 1;
  };
}

describe('correlate', () => {
  it("finds Anscombe's r and slope", () => {
    const result = correlate([...x, ...x], [...y, ...y]);
    expect(result.value).toMatchObject({
      r: expect.closeTo(0.81642, 5),
      n: 22,
      effectiveN: 22,
      slope: expect.closeTo(0.50009, 5),
      explained: expect.closeTo(0.66654, 5),
    });
    expect(result).toMatchObject({ method: 'pearson, 95 % interval', warnings: [] });
  });

  it('gives the tabled interval and p: r = .6 over 28 pairs', () => {
    const a = Array.from({ length: 28 }, (_, i) => i);
    const random = noise(4);
    const result = correlate(
      a,
      a.map((v) => v + 18 * random()),
    ).value!;
    const half = 1.959964 / Math.sqrt(25);
    expect(Math.atanh(result.interval.high)).toBeCloseTo(Math.atanh(result.r) + half, 4);
    expect(Math.atanh(result.interval.low)).toBeCloseTo(Math.atanh(result.r) - half, 4);
    const t = result.r * Math.sqrt(26 / (1 - result.r ** 2));
    expect(result.p).toBeLessThan(0.01);
    expect(t).toBeGreaterThan(2.5);
    const wider = correlate(
      a,
      a.map((v) => v + 18 * random()),
      { confidence: 0.99 },
    );
    expect(wider).toMatchObject({ method: 'pearson, 99 % interval' });
  });

  it('is at the edge of distinguishable with 14 pairs and r = .532', () => {
    const a = Array.from({ length: 14 }, (_, i) => i);
    const parts = a.map((v) => (v - 6.5) / Math.sqrt(227.5));
    const across = a.map((v) => (v - 6.5) ** 2);
    const mean = across.reduce((sum, v) => sum + v, 0) / 14;
    const length = Math.sqrt(across.reduce((sum, v) => sum + (v - mean) ** 2, 0));
    const b = parts.map((v, i) => 0.53241 * v + Math.sqrt(1 - 0.53241 ** 2) * ((across[i]! - mean) / length));
    const result = correlate(a, b).value!;
    expect(result.r).toBeCloseTo(0.53241, 6);
    expect(result.p).toBeCloseTo(0.05, 3);
  });

  it('leaves out pairs in which either value is missing', () => {
    const a = [...x, ...x, null, 5, Number.NaN];
    const b = [...y, ...y, 3, null, 2];
    expect(correlate(a, b).value).toEqual(correlate([...x, ...x], [...y, ...y]).value);
  });

  it('ranks for spearman, equal values sharing a rank', () => {
    const a = Array.from({ length: 20 }, (_, i) => i);
    expect(
      correlate(
        a,
        a.map((v) => Math.exp(v)),
        { method: 'spearman' },
      ).value,
    ).toMatchObject({ r: 1, slope: null, p: 0 });
    const tied = correlate([...repeat(10, 1), ...repeat(10, 2)], [...repeat(5, 1), ...repeat(5, 3), ...repeat(10, 7)], {
      method: 'spearman',
    });
    expect(tied.value!.r).toBeCloseTo(Math.sqrt(500 / 562.5), 10);
  });

  it('says when the interval includes no relation', () => {
    const random = noise(9);
    const a = Array.from({ length: 30 }, () => random());
    const b = Array.from({ length: 30 }, () => random());
    expect(correlate(a, b)).toMatchObject({ warnings: [{ code: 'crosses_zero' }] });
  });

  it('knows neither order nor unit, and turns its sign with either side', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 14, maxLength: 60 }),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        (pairs, scale) => {
          const r = correlate(
            pairs.map(([a]) => a),
            pairs.map(([, b]) => b),
          ).value?.r;
          const other = pairs.toReversed();
          const scaled = correlate(
            other.map(([a]) => -a * scale),
            other.map(([, b]) => b),
          ).value?.r;
          if (r === undefined || scaled === undefined) return;
          expect(scaled).toBeCloseTo(-r, 5);
          expect(Math.abs(r)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('holds for the largest and the smallest numbers', () => {
    const huge = x.concat(x).map((v) => v * 1e307);
    expect(correlate(huge, y.concat(y)).value!.r).toBeCloseTo(0.81642, 5);
    expect(
      correlate(
        x.concat(x).map((v) => v * 1e-300),
        y.concat(y),
      ).value!.r,
    ).toBeCloseTo(0.81642, 5);
  });

  it.each<[string, (number | null)[], (number | null)[], Parameters<typeof correlate>[2], string]>([
    ['nothing', [], [], {}, 'too_few'],
    ['13 pairs', x.concat([1, 2]), y.concat([1, 2]), {}, 'too_few'],
    ['a constant', repeat(20, 3), Array.from({ length: 20 }, (_, i) => i), {}, 'undefined_ratio'],
    ['two constants of spearman', repeat(20, 3), repeat(20, 1), { method: 'spearman' }, 'undefined_ratio'],
    ['lists of different length', [1], [1, 2], {}, 'bad_input'],
    ['an infinite value', repeat(20, Number.POSITIVE_INFINITY), repeat(20, 1), {}, 'bad_input'],
    ['a method of its own', x, y, { method: 'kendall' as 'pearson' }, 'bad_input'],
    ['certainty', x, y, { confidence: 1 }, 'bad_input'],
    ['a coin', x, y, { confidence: 0.5 }, 'bad_input'],
  ])('refuses %s', (_, a, b, options, reason) => {
    expect(correlate(a, b, options)).toMatchObject({ value: null, reason });
  });
});

describe('correlateDays', () => {
  const from = '2026-01-01';
  const days = (values: readonly (number | null)[], shift = 0) =>
    values.map((value, i) => ({ day: addDays(from, i + shift), value }));
  const random = noise(6);
  const white = Array.from({ length: 60 }, () => random());

  it('pairs by day, whatever the order and the gaps', () => {
    const other = white.map((v, i) => (i % 10 === 3 ? null : 2 * v + 1));
    const result = correlateDays(days(white).toReversed(), days(other));
    expect(result.value).toMatchObject({ r: expect.closeTo(1, 9), n: 54, slope: expect.closeTo(2, 9) });
  });

  it('asks what one day does to the next', () => {
    const next = days(
      white.map((v) => 3 * v),
      1,
    );
    expect(correlateDays(days(white), next, { lag: 1 }).value).toMatchObject({ r: expect.closeTo(1, 9), n: 60 });
    expect(Math.abs(correlateDays(days(white), next).value!.r)).toBeLessThan(0.5);
    expect(correlateDays(next, days(white), { lag: -1 }).value!.r).toBeCloseTo(1, 9);
  });

  it('counts days that resemble the day before for less', () => {
    let [a, b] = [0, 0];
    const drifting = Array.from({ length: 120 }, () => {
      a = 0.95 * a + random();
      b = 0.95 * b + random();
      return [a, b] as const;
    });
    const result = correlateDays(days(drifting.map(([v]) => v)), days(drifting.map(([, v]) => v)));
    const plain = correlate(
      drifting.map(([v]) => v),
      drifting.map(([, v]) => v),
    );
    expect(result.value!.n).toBe(120);
    expect(result.value!.effectiveN).toBeLessThan(40);
    expect(result.value!.r).toBeCloseTo(plain.value!.r, 12);
    expect(result.value!.interval.high - result.value!.interval.low).toBeGreaterThan(
      plain.value!.interval.high - plain.value!.interval.low,
    );
    expect(result).toMatchObject({
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'autocorrelated' })]),
    });
    expect(correlateDays(days(white), days(white.map((v) => v * v))).value!.effectiveN).toBeGreaterThan(50);
  });

  it('refuses days that are worth too little, or are none', () => {
    const line = Array.from({ length: 20 }, (_, i) => i);
    expect(correlateDays(days(line), days(line.map((v) => v * v)))).toMatchObject({
      reason: 'too_few',
      detail: expect.stringContaining('resemble each other'),
    });
    expect(correlateDays(days(white.slice(0, 13)), days(white))).toMatchObject({ reason: 'too_few' });
    expect(correlateDays([{ day: '2026-02-30', value: 1 }], [])).toMatchObject({ reason: 'bad_input' });
    expect(correlateDays([{ day: from, value: Number.NEGATIVE_INFINITY }], [])).toMatchObject({ reason: 'bad_input' });
    expect(correlateDays([], [], { lag: 31 })).toMatchObject({ reason: 'bad_input' });
    expect(correlateDays([], [], { lag: 0.5 })).toMatchObject({ reason: 'bad_input' });
  });
});
