import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { climbs } from './index.ts';

const repeat = (n: number, v: number) => new Array<number>(n).fill(v);
const NaNs = (n: number) => repeat(n, Number.NaN);

describe('climbs', () => {
  const distance = Array.from({ length: 3000 }, (_, i) => 8 * i);
  const ridden = (profile: (x: number) => number) => distance.map(profile);
  const mountain = (x: number) => {
    if (x < 5000) return 100;
    if (x < 9000) return 100 + 0.01 * (x - 5000);
    if (x < 13_000) return 140 + 0.075 * (x - 9000);
    return x < 16_000 ? 440 - 0.05 * (x - 13_000) : 290;
  };

  it('finds a climb from where it really begins, without the false flat before it', () => {
    const [climb, ...others] = climbs(ridden(mountain), distance).value!;
    expect(others).toEqual([]);
    expect(climb!.startDistance).toBeGreaterThan(8950);
    expect(climb!.startDistance).toBeLessThan(9050);
    expect(climb!.length).toBeGreaterThan(3950);
    expect(climb!.length).toBeLessThan(4050);
    expect(climb!.gain).toBeGreaterThan(296);
    expect(climb!.grade).toBeCloseTo(0.075, 2);
    expect(climb!.steepest).toBeCloseTo(0.075, 4);
    expect(climb!.score).toBeCloseTo(100 * climb!.grade * climb!.length, 6);
    expect(climb!.category).toBe('3');
    expect(climb!.vam).toBeCloseTo(0.075 * 8 * 3600, -2);
    expect(climb!.to - climb!.from).toBeGreaterThanOrEqual(climb!.seconds);
  });

  it('bridges a dip that loses less than a fifth, and parts at one that loses more', () => {
    const dipped = (depth: number) => (x: number) =>
      x < 4000 ? 0.06 * x : x < 4500 ? 240 - (depth * (x - 4000)) / 500 : 240 - depth + 0.06 * (x - 4500);
    expect(
      climbs(
        ridden((x) => dipped(30)(Math.min(x, 9000))),
        distance,
      ).value!.length,
    ).toBe(1);
    expect(
      climbs(
        ridden((x) => dipped(80)(Math.min(x, 9000))),
        distance,
      ).value!.length,
    ).toBe(2);
  });

  it('lists nothing on the flat, and nothing under its own rules', () => {
    expect(climbs(repeat(3000, 5), distance).value).toEqual([]);
    expect(climbs(ridden(mountain), distance, { minLength: 5000 }).value).toEqual([]);
    expect(climbs(ridden(mountain), distance, { minGrade: 0.09 }).value).toEqual([]);
    expect(climbs(ridden(mountain), distance, { minScore: 40_000 }).value).toEqual([]);
  });

  it.each([
    [8000, 10, '4'],
    [20_000, 8, '3'],
    [40_000, 8, '2'],
    [70_000, 8, '1'],
    [90_000, 8, 'HC'],
  ])('gives a score of about %d the category of its size', (score, percent, category) => {
    const length = (score * 1.06) / percent;
    const profile = (x: number) => (percent / 100) * Math.max(0, Math.min(x - 1000, length));
    expect(climbs(ridden(profile), distance).value![0]!.category).toBe(category);
  });

  it('lists climbs in order, apart from each other, each within the ride and its rules', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.12, max: 0.12, noNaN: true }), { minLength: 5, maxLength: 40 }),
        (grades) => {
          const steps = grades.flatMap((grade) => repeat(60, 8 * grade));
          const altitude = steps.map((_, i) => steps.slice(0, i).reduce((sum, step) => sum + step, 500));
          const along = steps.map((_, i) => 8 * i);
          const found = climbs(altitude, along).value ?? [];
          found.forEach((climb, i) => {
            expect(climb.from).toBeGreaterThanOrEqual(found[i - 1]?.to ?? 0);
            expect(climb.to).toBeLessThanOrEqual(steps.length);
            expect(climb.length).toBeGreaterThanOrEqual(500);
            expect(climb.grade).toBeGreaterThanOrEqual(0.03);
            expect(climb.steepest).toBeGreaterThanOrEqual(climb.grade);
            expect(climb.gain).toBeCloseTo(climb.grade * climb.length, 6);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stands still and survives holes', () => {
    const stopped = distance.map((d, i) => (i > 1300 && i < 1500 ? 8 * 1300 : d));
    const holed = ridden(mountain).map((h, i) => (i % 50 === 0 ? Number.NaN : h));
    expect(climbs(stopped.map(mountain), stopped).value!.length).toBe(1);
    expect(climbs(holed, distance)).toMatchObject({ coverage: 0.98, value: { length: 1 } });
  });

  it.each([
    [[1], [1, 2], {}, 'bad_input'],
    [[], [], {}, 'no_data'],
    [NaNs(4), repeat(4, 1), {}, 'no_data'],
    [repeat(4, 1), [0, 100, 200, 300], {}, 'too_short'],
    [repeat(4, 1), [0, 900, 400, 1300], {}, 'bad_input'],
    [[1, 2], [0, 2_000_001], {}, 'bad_input'],
    [[1, 2], [0, 1000], { minLength: 99 }, 'bad_input'],
    [[1, 2], [0, 1000], { minGrade: 0 }, 'bad_input'],
    [[1, 2], [0, 1000], { lostShare: 1 }, 'bad_input'],
  ])('refuses %j over %j with %j', (altitude, over, rules, reason) => {
    expect(climbs(altitude, over, rules)).toMatchObject({ value: null, reason });
  });
});
