import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectIntervals } from './index.ts';

const repeat = (n: number, v: number) => new Array<number>(n).fill(v);
const NaNs = (n: number) => repeat(n, Number.NaN);

/** Numbers in −1…1 that look random and are the same on every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 1_073_741_824 - 1;
  };
}

describe('detectIntervals', () => {
  const session = (...blocks: [watts: number, seconds: number][]) =>
    blocks.flatMap(([watts, seconds]) => repeat(seconds, watts));
  const fiveByFour = session(
    [150, 600],
    ...Array.from({ length: 5 }, (): [number, number][] => [
      [450, 240],
      [120, 240],
    ]).flat(),
    [150, 600],
  );

  it('finds five times four minutes, to the second', () => {
    const result = detectIntervals(fiveByFour);
    expect(result.value!.sets).toEqual([{ label: '5 × 4 min', members: [0, 1, 2, 3, 4], seconds: 240, average: 450 }]);
    expect(result.value!.intervals.map(({ from, to }) => [from, to])).toEqual(
      [0, 1, 2, 3, 4].map((k) => [600 + 480 * k, 840 + 480 * k]),
    );
    expect(result.value!.contrast).toBeCloseTo(450 / ((2 * 600 * 150 + 5 * 240 * 120) / 2400), 6);
    expect(
      detectIntervals(session([300, 100], [0, 60], [300, 100], [0, 60]), { threshold: 200 }).value!.contrast,
    ).toBeNull();
    expect(result).toMatchObject({ coverage: 1, warnings: [] });
  });

  it('finds them in noise, with coasting between', () => {
    const random = noise(1);
    const noisy = fiveByFour.map((watts) =>
      Math.max(0, watts * (0.65 + 0.25 * random()) * (watts < 200 && random() > 0.8 ? 0 : 1)),
    );
    const { intervals, sets } = detectIntervals(noisy).value!;
    expect(sets.map(({ label }) => label)).toEqual(['5 × 4 min']);
    intervals.forEach(({ from, to }, k) => {
      expect(Math.abs(from - (600 + 480 * k))).toBeLessThanOrEqual(3);
      expect(Math.abs(to - (840 + 480 * k))).toBeLessThanOrEqual(3);
    });
  });

  it('finds short sprints, at the very start too', () => {
    const sprints = Array.from({ length: 20 }, () => session([900, 15], [50, 45])).flat();
    expect(detectIntervals(sprints).value!.sets).toEqual([
      expect.objectContaining({ label: '20 × 15 s', average: 900 }),
    ]);
    expect(detectIntervals(sprints).value!.intervals[0]).toEqual({ from: 0, to: 15, seconds: 15, average: 900 });
  });

  it('tells sets of different length or effort apart', () => {
    const mixed = session(
      [120, 600],
      [300, 480],
      [120, 300],
      [300, 480],
      [120, 300],
      [420, 60],
      [120, 120],
      [420, 60],
      [120, 120],
      [420, 60],
      [120, 300],
    );
    expect(detectIntervals(mixed).value!.sets.map(({ label }) => label)).toEqual(['2 × 8 min', '3 × 1 min']);
  });

  it('bridges a dip and drops a blip', () => {
    const dipped = session([150, 600], [350, 200], [100, 8], [350, 200], [150, 300], [350, 6], [150, 300]);
    expect(detectIntervals(dipped, { smoothing: 3 }).value!.intervals.map(({ seconds }) => seconds)).toEqual([408]);
    expect(detectIntervals(dipped, { smoothing: 3, longestDip: 5 }).value!.intervals.length).toBe(2);
    expect(detectIntervals(dipped, { smoothing: 3, shortest: 4 }).value!.intervals.length).toBe(2);
  });

  it('takes a threshold of its own', () => {
    expect(detectIntervals(fiveByFour, { threshold: 400 }).value!.threshold).toBe(400);
    expect(detectIntervals(fiveByFour, { threshold: 500 })).toMatchObject({ reason: 'no_fit' });
    expect(detectIntervals(session([200, 300], [210, 300]), { threshold: 205 })).toMatchObject({
      reason: 'no_fit',
      detail: expect.stringContaining('1.05'),
    });
  });

  it('lists intervals in order, apart from each other, every one in exactly one set', () => {
    const block = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 5, max: 400 }));
    fc.assert(
      fc.property(fc.array(block, { minLength: 2, maxLength: 25 }), (blocks) => {
        const effort = session(...blocks);
        const found = detectIntervals(effort).value;
        if (found === null) return;
        found.intervals.forEach(({ from, to, seconds, average }, i) => {
          expect(from).toBeGreaterThanOrEqual(found.intervals[i - 1]?.to ?? 0);
          expect(to).toBeLessThanOrEqual(effort.length);
          expect(seconds).toBe(to - from);
          expect(seconds).toBeGreaterThanOrEqual(12);
          expect(average).toBeCloseTo(effort.slice(from, to).reduce((sum, w) => sum + w, 0) / seconds, 6);
        });
        const members = found.sets.flatMap((set) => set.members).toSorted((a, b) => a - b);
        expect(members).toEqual(found.intervals.map((_, i) => i));
        expect(found.contrast ?? 2).toBeGreaterThanOrEqual(1.15);
      }),
    );
  });

  it('does not depend on the unit of the effort', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), (scale) => {
        const scaled = detectIntervals(fiveByFour.map((watts) => watts * scale)).value!;
        expect(scaled.intervals.map(({ from, to }) => [from, to])).toEqual(
          [0, 1, 2, 3, 4].map((k) => [600 + 480 * k, 840 + 480 * k]),
        );
      }),
      { numRuns: 20 },
    );
  });

  it.each<[string, number[], Parameters<typeof detectIntervals>[1], string]>([
    ['nothing', [], {}, 'too_short'],
    ['two minutes less one', repeat(119, 200), {}, 'too_short'],
    ['an hour without data', NaNs(3600), {}, 'too_short'],
    ['a steady hour', repeat(3600, 250), {}, 'no_fit'],
    ['an hour of zeros', repeat(3600, 0), {}, 'no_fit'],
    ['a stop in a steady ride', [...repeat(1800, 220), ...repeat(300, 0), ...repeat(1800, 220)], {}, 'no_fit'],
    ['negative effort', [...repeat(200, 200), -1], {}, 'bad_input'],
    ['infinite effort', [...repeat(200, 200), Number.POSITIVE_INFINITY], {}, 'bad_input'],
    ['a smoothing of 0', repeat(200, 200), { smoothing: 0 }, 'bad_input'],
    ['a threshold of 0', repeat(200, 200), { threshold: 0 }, 'bad_input'],
    ['a threshold without a number', repeat(200, 200), { threshold: Number.NaN }, 'bad_input'],
  ])('refuses %s', (_, effort, options, reason) => {
    expect(detectIntervals(effort, options)).toMatchObject({ value: null, reason });
  });

  it('finds no intervals in an easy, uneven ride', () => {
    const random = noise(5);
    expect(detectIntervals(Array.from({ length: 5400 }, () => 180 * (1 + 0.4 * random())))).toMatchObject({
      reason: 'no_fit',
    });
  });
});
