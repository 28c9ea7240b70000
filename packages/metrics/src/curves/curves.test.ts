import { describe, expect, it } from 'vitest';
import { random, reasonOf, steady, unwrap } from '../../test/unwrap.ts';
import {
  ascentCurve,
  compareCurves,
  curveAt,
  distanceBests,
  gridDurations,
  type MeanMaximalCurve,
  meanMaximal,
  mergeCurves,
  normalizedPowerCurve,
  perKilogram,
  ROUND_DURATIONS,
} from './index.ts';

const hole = Number.NaN;

/** Every duration, every window: the definition. */
function byDefinition(series: readonly number[]) {
  const values: number[] = [];
  const starts: number[] = [];
  for (let seconds = 1; seconds <= series.length; seconds++) {
    let best = Number.NEGATIVE_INFINITY;
    let at = -1;
    for (let start = 0; start + seconds <= series.length; start++) {
      let sum = 0;
      for (let i = start; i < start + seconds; i++) sum += series[i] as number;
      if (sum > best) {
        best = sum;
        at = start;
      }
    }
    if (at < 0) break;
    values.push(best / seconds);
    starts.push(at);
  }
  return { values, starts };
}

function curve(points: Readonly<Record<number, number>>): MeanMaximalCurve {
  const durations = Int32Array.from(Object.keys(points), Number);
  return { durations, values: Float64Array.from(Object.values(points)), starts: durations.map((_, k) => k) };
}

const shapes: Record<string, (next: () => number, i: number) => number> = {
  noise: (next) => Math.round(next() * 400),
  'on and off': (_, i) => (i % 48 < 24 ? 300 : 150),
  'a ramp up': (_, i) => 100 + i,
  'a ramp down': (_, i) => 900 - i,
  constant: () => 200,
  sprints: (next) => (next() < 0.03 ? 900 : 120),
  coasting: (next) => (next() < 0.5 ? 0 : 250),
  'climbs and descents': (next, i) => (i % 200 < 120 ? 1 : -2) * Math.round(next() * 100),
};

describe('mean-maximal curve over every duration', () => {
  it.each(Object.entries(shapes))('of %s is the best of all windows, the earliest of equals', (_, shape) => {
    for (const [seed, length] of [
      [1, 700],
      [2, 331],
      [3, 64],
    ] as const) {
      const next = random(seed);
      const series = Array.from({ length }, (_unused, i) => shape(next, i));
      const expected = byDefinition(series);
      const found = unwrap(meanMaximal(series, { durations: 'every' }));
      expect([...found.starts]).toEqual(expected.starts);
      for (const [k, best] of found.values.entries()) expect(best).toBeCloseTo(expected.values[k] as number, 9);
    }
  });

  it('lets no window touch a hole by default', () => {
    const next = random(7);
    const series = Array.from({ length: 500 }, () => (next() < 0.01 ? hole : Math.round(next() * 300)));
    const expected = byDefinition(series);
    const found = unwrap(meanMaximal(series, { durations: 'every' }));
    expect([...found.starts]).toEqual(expected.starts);
    expect(found.durations).toHaveLength(expected.values.length);
  });

  it('is the same for fractions of a watt', () => {
    const next = random(11);
    const series = Float64Array.from({ length: 400 }, () => next() * 300);
    const expected = byDefinition([...series]);
    const found = unwrap(meanMaximal(series, { durations: 'every' }));
    expect([...found.starts]).toEqual(expected.starts);
  });

  it('is the same on the grid as in full', () => {
    const next = random(5);
    const series = Array.from({ length: 5000 }, (_, i) => Math.round(next() * 200 + (i % 900 < 300 ? 150 : 0)));
    const all = unwrap(meanMaximal(series, { durations: 'every' }));
    const grid = unwrap(meanMaximal(series));
    grid.durations.forEach((seconds, k) => {
      expect(grid.values[k]).toBe(all.values[seconds - 1]);
      expect(grid.starts[k]).toBe(all.starts[seconds - 1]);
    });
  });
});

describe('mean-maximal curve', () => {
  it('counts holes as 0 when asked to', () => {
    const series = [...steady(300, 10), hole, hole, ...steady(300, 10)];
    const found = unwrap(meanMaximal(series, { durations: [10, 22], holes: 'zero' }));
    expect([...found.values]).toEqual([300, 6000 / 22]);
    expect(unwrap(meanMaximal(series, { durations: [10, 22] })).durations).toEqual(Int32Array.of(10));
  });

  it('reports the share of seconds with data', () => {
    expect(meanMaximal([200, hole, 200, 200])).toMatchObject({ coverage: 0.75 });
  });

  it('says how holes were treated', () => {
    expect(meanMaximal([1])).toMatchObject({ method: 'mean-maximal, holes break a window' });
    expect(meanMaximal([1], { holes: 'zero' })).toMatchObject({ method: 'mean-maximal, holes as 0' });
  });

  it('sorts the durations asked for, once each, and leaves out those longer than the activity', () => {
    const found = unwrap(meanMaximal(steady(200, 100), { durations: [60, 5, 60, 101] }));
    expect([...found.durations]).toEqual([5, 60]);
  });

  it('refuses durations that are not whole seconds, and empty series', () => {
    expect(meanMaximal([1], { durations: [1.5] })).toMatchObject({
      reason: 'bad_input',
      detail: expect.stringContaining('1.5'),
    });
    expect(reasonOf(meanMaximal([1], { durations: [0] }))).toBe('bad_input');
    expect(reasonOf(meanMaximal([]))).toBe('no_data');
    expect(reasonOf(meanMaximal([hole, Number.POSITIVE_INFINITY]))).toBe('no_data');
    expect(reasonOf(meanMaximal([1, hole, 1], { durations: [2] }))).toBe('too_short');
    expect(reasonOf(meanMaximal([Number.MAX_VALUE, Number.MAX_VALUE]))).toBe('bad_input');
  });

  it('of negative readings is the least negative', () => {
    const found = unwrap(meanMaximal([-5, -2, -9], { durations: [1, 2] }));
    expect([...found.values]).toEqual([-2, -3.5]);
  });
});

describe('the grid of stored curves', () => {
  it('has every second to 2 min, then steps of at most 2 %, and the round durations', () => {
    const grid = [...gridDurations(21_600)];
    expect(grid.slice(0, 120)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
    for (let k = 120; k < grid.length; k++)
      expect((grid[k] as number) / (grid[k - 1] as number)).toBeLessThanOrEqual(1.02);
    for (const round of ROUND_DURATIONS.filter((seconds) => seconds <= 21_600)) expect(grid).toContain(round);
    expect(grid.length).toBeLessThan(450);
    expect(grid.at(-1)).toBe(21_600);
  });

  it('of a shorter activity is the beginning of a longer one', () => {
    const long = [...gridDurations(50_000)];
    const short = [...gridDurations(4321)];
    expect(long.slice(0, short.length)).toEqual(short);
    expect(gridDurations(0)).toHaveLength(0);
  });
});

describe('a stored curve', () => {
  const stored = curve({ 60: 400, 70: 380, 200: 300 });

  it('answers its own points', () => {
    expect(curveAt(stored, 60)).toMatchObject({ value: 400, method: 'stored point' });
    expect(unwrap(curveAt(stored, 70))).toBe(380);
    expect(unwrap(curveAt(stored, 200))).toBe(300);
  });

  it('is a straight line in 1/t between near neighbours only', () => {
    const share = (1 / 60 - 1 / 65) / (1 / 60 - 1 / 70);
    expect(unwrap(curveAt(stored, 65))).toBeCloseTo(400 - 20 * share, 9);
    expect(reasonOf(curveAt(stored, 100))).toBe('no_data');
  });

  it('refuses durations outside', () => {
    expect(reasonOf(curveAt(stored, 59))).toBe('too_short');
    expect(reasonOf(curveAt(stored, 201))).toBe('too_short');
    expect(reasonOf(curveAt(stored, hole))).toBe('too_short');
    expect(reasonOf(curveAt(curve({}), 1))).toBe('too_short');
  });

  it('interpolates exactly at a ratio of 1.25', () => {
    expect(unwrap(curveAt(curve({ 100: 300, 125: 280 }), 110))).toBeLessThan(300);
  });
});

describe('merging curves', () => {
  it('keeps the best of each duration, from where, and the first of equals', () => {
    const merged = unwrap(
      mergeCurves([curve({ 1: 500, 5: 400 }), curve({ 1: 500, 5: 450, 60: 300 }), curve({ 2: 100 })]),
    );
    expect([...merged.durations]).toEqual([1, 2, 5, 60]);
    expect([...merged.values]).toEqual([500, 100, 450, 300]);
    expect([...merged.sources]).toEqual([0, 2, 1, 1]);
    expect([...merged.starts]).toEqual([0, 0, 1, 2]);
  });

  it('is the curve itself for one curve', () => {
    const one = unwrap(meanMaximal([1, 5, 3]));
    expect(unwrap(mergeCurves([one]))).toMatchObject({ values: one.values, starts: one.starts });
  });

  it('keeps negative bests', () => {
    expect([...unwrap(mergeCurves([curve({ 1: -5 }), curve({ 1: -3 })])).values]).toEqual([-3]);
  });

  it('refuses no curve and broken ones', () => {
    expect(reasonOf(mergeCurves([]))).toBe('no_data');
    expect(reasonOf(mergeCurves([curve({})]))).toBe('no_data');
    expect(reasonOf(mergeCurves([curve({ 1: hole })]))).toBe('bad_input');
    const backwards = { durations: Int32Array.of(5, 1), values: Float64Array.of(1, 1), starts: Int32Array.of(0, 0) };
    expect(reasonOf(mergeCurves([backwards]))).toBe('bad_input');
    expect(reasonOf(mergeCurves([curve({ 2000000000: 1 })]))).toBe('bad_input');
    expect(reasonOf(mergeCurves([{ ...curve({ 1: 1 }), durations: Int32Array.of(0) }]))).toBe('bad_input');
  });
});

describe('comparing two periods', () => {
  it('uses the durations both have', () => {
    const found = unwrap(compareCurves(curve({ 1: 1000, 5: 900, 60: 400 }), curve({ 5: 945, 60: 380, 300: 300 })));
    expect([...found.durations]).toEqual([5, 60]);
    expect([...found.before]).toEqual([900, 400]);
    expect([...found.after]).toEqual([945, 380]);
    expect([...found.difference]).toEqual([45, -20]);
    expect(found.largestGain?.seconds).toBe(5);
    expect(found.largestGain?.ratio).toBeCloseTo(0.05, 12);
    expect(found.largestLoss).toEqual({ seconds: 60, ratio: -0.050000000000000044 });
  });

  it('has no gain when nothing rose', () => {
    const found = unwrap(compareCurves(curve({ 1: 100 }), curve({ 1: 100 })));
    expect(found).toMatchObject({ largestGain: null, largestLoss: null, meanChange: 0 });
  });

  it('weighs seconds and hours alike', () => {
    const same = unwrap(compareCurves(curve({ 1: 100, 10: 100, 100: 100 }), curve({ 1: 110, 10: 110, 100: 110 })));
    expect(same.meanChange).toBeCloseTo(0.1, 12);
    const skewed = unwrap(compareCurves(curve({ 1: 100, 10: 100, 1000: 100 }), curve({ 1: 120, 10: 100, 1000: 100 })));
    expect(skewed.meanChange).toBeCloseTo((0.2 * Math.log(10)) / (Math.log(10) + Math.log(1000) + Math.log(100)), 12);
  });

  it('refuses curves without a common duration', () => {
    expect(reasonOf(compareCurves(curve({ 1: 100 }), curve({ 2: 100 })))).toBe('no_data');
    expect(reasonOf(compareCurves(curve({ 1: 0 }), curve({ 1: 100 })))).toBe('no_data');
  });
});

describe('curves of other quantities', () => {
  it('best NP of a window is the NP of that window', () => {
    const power = [...steady(100, 60), ...steady(300, 60), ...steady(100, 60)];
    const found = unwrap(normalizedPowerCurve(power, { durations: [20, 30, 60, 180] }));
    expect([...found.durations]).toEqual([30, 60, 180]);
    expect(found.values[0]).toBeCloseTo(300, 9);
    expect(found.starts[1]).toBe(60);
    expect(found.values[2]).toBeGreaterThan(500 / 3);
    expect(reasonOf(normalizedPowerCurve(steady(100, 29)))).toBe('too_short');
  });

  it('best NP never touches a hole', () => {
    const found = unwrap(normalizedPowerCurve([...steady(200, 40), hole, ...steady(200, 40)], { durations: 'every' }));
    expect(found.durations.at(-1)).toBe(40);
    expect(found.durations[0]).toBe(30);
  });

  it('ascent is m/h and ignores sensor jumps', () => {
    const altitude = [0, 0.5, 1, 101, 101.5, 102];
    const found = unwrap(ascentCurve(altitude, { durations: [1, 2, 3] }));
    expect([...found.values]).toEqual([1800, 1800]);
  });

  it('ascent takes 5 m in a second for a climb, more for a jump', () => {
    expect([...unwrap(ascentCurve([0, 5, 10.1], { durations: [1, 2] })).values]).toEqual([18_000]);
  });

  it('best NP works through any number of holes and is the NP of each window', () => {
    const next = random(17);
    const power = Array.from({ length: 400 }, () => (next() < 0.004 ? hole : Math.round(next() * 400)));
    const found = unwrap(normalizedPowerCurve(power, { durations: [30, 45, 60] }));
    for (const [k, seconds] of found.durations.entries()) {
      let best = 0;
      for (let start = 0; start + seconds <= power.length; start++) {
        const window = power.slice(start, start + seconds);
        if (window.some(Number.isNaN)) continue;
        const means = Array.from(
          { length: seconds - 29 },
          (_, i) => window.slice(i, i + 30).reduce((a, b) => a + b, 0) / 30,
        );
        best = Math.max(best, (means.reduce((sum, mean) => sum + mean ** 4, 0) / means.length) ** 0.25);
      }
      expect(found.values[k]).toBeCloseTo(best, 6);
    }
  });

  it('best NP uses the grid unless told otherwise', () => {
    const found = unwrap(normalizedPowerCurve(steady(200, 400)));
    expect(found.durations[0]).toBe(30);
    expect(found.durations.length).toBeLessThan(250);
  });

  it('per kilogram divides', () => {
    expect([...unwrap(perKilogram(curve({ 1: 700 }), 70)).values]).toEqual([10]);
    for (const kilograms of [0, -70, hole, Number.POSITIVE_INFINITY])
      expect(reasonOf(perKilogram(curve({ 1: 700 }), kilograms))).toBe('bad_input');
  });
});

describe('distance bests', () => {
  const even = Float64Array.from({ length: 1001 }, (_, second) => second * 4);

  it('of an even run is distance over speed', () => {
    const [first, second] = unwrap(distanceBests(even, [400, 1000]));
    expect(first).toMatchObject({ distance: 400, start: 0 });
    expect(first?.seconds).toBeCloseTo(100, 9);
    expect(second?.speed).toBeCloseTo(4, 9);
  });

  it('interpolates inside the last second and finds the fast part', () => {
    const metres = [0, 2, 4, 9, 14, 19, 21, 23];
    const [best] = unwrap(distanceBests(metres, [12.5]));
    expect(best?.seconds).toBeCloseTo(2.5, 9);
    expect(best?.start).toBe(2);
  });

  it('costs a stop its time and leaves out distances that were not run', () => {
    const stopped = [
      ...Array.from({ length: 51 }, (_, s) => s * 4),
      ...steady(200, 60),
      ...Array.from({ length: 50 }, (_, s) => 204 + s * 4),
    ];
    const bests = unwrap(distanceBests(stopped, [400, 5000]));
    expect(bests).toHaveLength(1);
    expect(bests[0]?.seconds).toBeCloseTo(160, 9);
  });

  it('ends a stretch at a GPS jump', () => {
    const jump = [0, 4, 8, 500, 504, 508, 512];
    expect(unwrap(distanceBests(jump, [12]))[0]?.start).toBe(3);
    expect(unwrap(distanceBests(jump, [100]))).toEqual([]);
    expect(unwrap(distanceBests(jump, [100], { maxSpeed: 1000 }))).toHaveLength(1);
  });

  /** Every recorded second as a start and as an end, the other end where the distance is covered. */
  function byScan(metres: readonly number[], wanted: number) {
    const at = metres.map((_, i) => i).filter((i) => Number.isFinite(metres[i]));
    const whenAt = (target: number, from: number, to: number) => {
      for (let k = from; k < to; k++) {
        const [a, b] = [metres[at[k] as number] as number, metres[at[k + 1] as number] as number];
        if (a <= target && target <= b)
          return (
            (at[k] as number) + (b === a ? 0 : ((target - a) / (b - a)) * ((at[k + 1] as number) - (at[k] as number)))
          );
      }
      return null;
    };
    let best = Number.POSITIVE_INFINITY;
    for (let k = 0; k < at.length; k++) {
      const here = metres[at[k] as number] as number;
      const end = whenAt(here + wanted, k, at.length - 1);
      if (end !== null) best = Math.min(best, end - (at[k] as number));
      for (let j = k - 1; j >= 0; j--) {
        const [a, b] = [metres[at[j] as number] as number, metres[at[j + 1] as number] as number];
        const target = here - wanted;
        if (a <= target && target <= b && b > a) {
          best = Math.min(
            best,
            (at[k] as number) -
              ((at[j] as number) + ((target - a) / (b - a)) * ((at[j + 1] as number) - (at[j] as number))),
          );
          break;
        }
      }
    }
    return best;
  }

  it.each([1, 2, 3, 4, 5, 6])('is the fastest of all stretches of a run with stops and holes (%i)', (seed) => {
    const next = random(seed);
    let covered = 0;
    const metres = Array.from({ length: 120 }, () => {
      covered += next() < 0.15 ? 0 : 1 + 8 * next();
      return next() < 0.1 ? hole : covered;
    });
    for (const wanted of [3, 20, 47.5, 150]) {
      const [best] = unwrap(distanceBests(metres, [wanted]));
      expect(best?.seconds).toBeCloseTo(byScan(metres, wanted), 9);
      expect(best?.speed).toBeCloseTo(wanted / byScan(metres, wanted), 9);
    }
  });

  it('compares stretches on both sides of a jump', () => {
    const slow = Array.from({ length: 30 }, (_, second) => second * 3);
    const fast = Array.from({ length: 30 }, (_, second) => 5000 + second * 5);
    expect(unwrap(distanceBests([...slow, ...fast], [60]))[0]).toMatchObject({ start: 30, seconds: 12 });
    expect(unwrap(distanceBests([...fast, ...slow], [60]))[0]).toMatchObject({ start: 0, seconds: 12 });
    expect(unwrap(distanceBests([...slow, 5000, 5005], [60]))[0]?.seconds).toBeCloseTo(20, 9);
  });

  it('judges a step by its own duration, and accepts exactly the limit', () => {
    expect(unwrap(distanceBests([0, hole, hole, hole, 40, 44], [40]))[0]?.seconds).toBeCloseTo(4, 9);
    expect(unwrap(distanceBests([0, 12, 24], [24]))).toHaveLength(1);
    expect(unwrap(distanceBests([0, 12.1, 24], [24]))).toEqual([]);
    expect(unwrap(distanceBests([hole, hole, hole, 0, hole, 25], [25]))).toEqual([]);
  });

  it('ends a stretch where the distance falls back', () => {
    expect(unwrap(distanceBests([0, 4, 8, 2, 6, 10, 14], [13]))).toEqual([]);
    expect(unwrap(distanceBests([0, 4, 8, 2, 6, 10, 14], [12]))[0]).toMatchObject({ start: 3, seconds: 3 });
  });

  it('says how much of the run had a distance', () => {
    expect(distanceBests([0, 4, hole, 12], [4])).toMatchObject({ coverage: 0.75 });
  });

  it('refuses no distance and distances of 0', () => {
    expect(reasonOf(distanceBests([hole]))).toBe('no_data');
    expect(reasonOf(distanceBests(even, [0]))).toBe('bad_input');
  });
});
