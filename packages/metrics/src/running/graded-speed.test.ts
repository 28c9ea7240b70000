import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import { gradedSpeed, gradeFactor, gradeSeries, minettiCost, normalizedGradedSpeed } from './index.ts';

interface Reference {
  minetti: Record<'run_J_per_kg_m' | 'walk_J_per_kg_m' | 'run_factor_vs_level', Record<string, number>>;
  daniels_vdot: { from_race: Record<string, number>; equivalent_of_vdot_50_s: Record<string, number> };
  riegel_1_06: Record<string, number>;
}
const golden = sharedData<Reference>('golden.json');
const repeat = (n: number, v: number) => new Array<number>(n).fill(v);

describe('cost of a slope', () => {
  it.skipIf(golden === null)("reproduces Minetti's polynomials", () => {
    for (const [grade, cost] of Object.entries(golden!.minetti.run_J_per_kg_m))
      expect(minettiCost(Number(grade)).value).toBeCloseTo(cost, 4);
    for (const [grade, cost] of Object.entries(golden!.minetti.walk_J_per_kg_m))
      expect(minettiCost(Number(grade), 'walk').value).toBeCloseTo(cost, 4);
    for (const [grade, factor] of Object.entries(golden!.minetti.run_factor_vs_level))
      expect(gradeFactor(Number(grade), 'minetti')).toBeCloseTo(factor, 4);
  });

  it('is 3.6 J/kg/m on the level and stops growing where the measurements stopped', () => {
    expect(minettiCost(0).value).toBe(3.6);
    expect(minettiCost(0.9).value).toBe(minettiCost(0.45).value);
    expect(minettiCost(-3).value).toBe(minettiCost(-0.45).value);
    expect(minettiCost(Number.NaN)).toMatchObject({ value: null, reason: 'bad_input' });
    expect(minettiCost(Number.POSITIVE_INFINITY)).toMatchObject({ value: null, reason: 'bad_input' });
  });

  it.each([
    [0, 1],
    [0.1, 1.48],
    [-0.1, 0.875],
    [-0.18, 1],
    [0.32, 3.35],
  ])("follows Strava's curve at %d: %d", (grade, factor) => {
    expect(gradeFactor(grade)).toBeCloseTo(factor, 3);
  });

  it('is least near −9 % for Strava, at 0.87 to 0.88, and near −18 % for Minetti, at half', () => {
    const grades = Array.from({ length: 451 }, (_, i) => -i / 1000);
    const least = (model: 'strava' | 'minetti') =>
      grades.reduce((best, grade) => (gradeFactor(grade, model) < gradeFactor(best, model) ? grade : best));
    expect(least('strava')).toBeCloseTo(-0.09, 1);
    expect(gradeFactor(least('strava'))).toBeCloseTo(0.875, 2);
    expect(least('minetti')).toBeCloseTo(-0.18, 1);
    expect(gradeFactor(least('minetti'), 'minetti')).toBeCloseTo(0.5, 1);
  });

  it('stays above 0 and finite for any grade, and keeps "no data"', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.constantFrom('strava', 'minetti'), (grade, model) => {
        expect(gradeFactor(grade, model)).toBeGreaterThan(0.4);
        expect(gradeFactor(grade, model)).toBeLessThan(6);
      }),
    );
    expect(gradeFactor(Number.NaN)).toBeNaN();
  });
});

describe('gradeSeries', () => {
  const run = (metres: number, slope: (x: number) => number) => {
    const distance = Array.from({ length: Math.floor(metres / 3) + 1 }, (_, i) => 3 * i);
    return { distance, altitude: distance.map(slope) };
  };

  it('is the slope of a plane, to its very ends', () => {
    const { distance, altitude } = run(300, (x) => 100 + 0.08 * x);
    const result = gradeSeries(altitude, distance);
    expect(result).toMatchObject({ method: 'grade over 40 m', coverage: 1 });
    for (const grade of result.value!) expect(grade).toBeCloseTo(0.08, 10);
  });

  it('takes the slope across the window, not from second to second', () => {
    const { distance, altitude } = run(300, (x) => (x >= 150 ? 4 : 0));
    const grades = gradeSeries(altitude, distance).value!;
    expect(grades[50]).toBeCloseTo(0.1, 10);
    expect(grades[40]).toBe(0);
    expect(grades[60]).toBe(0);
    expect(Math.max(...gradeSeries(altitude, distance, { window: 20 }).value!)).toBeCloseTo(0.2, 10);
  });

  it('knows no grade across missing seconds, nor on a stretch shorter than half a window', () => {
    const { distance, altitude } = run(300, (x) => 0.05 * x);
    altitude[50] = Number.NaN;
    const result = gradeSeries(altitude, distance);
    expect(result.value![50]).toBeNaN();
    expect(result.value![49]).toBeCloseTo(0.05, 10);
    expect(result.value![51]).toBeCloseTo(0.05, 10);
    expect(result).toMatchObject({ coverage: 100 / 101 });
    expect([...gradeSeries([1, 2, 3], [0, 5, 10]).value!]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('stands still without dividing by nothing', () => {
    const grades = gradeSeries([...repeat(5, 10), 11, 12, 13], [...repeat(5, 0), 15, 30, 45]).value!;
    for (const grade of grades) expect(grade).toBeCloseTo(1 / 15, 10);
    expect([...gradeSeries(repeat(50, 7), repeat(50, 0)).value!].every(Number.isNaN)).toBe(true);
  });

  it.each([
    [[1, 2], [0], {}, 'bad_input', 'altitude has 2 values, distance 1'],
    [[], [], {}, 'no_data', 'no second has both'],
    [repeat(9, Number.NaN), repeat(9, 0), {}, 'no_data', 'no second has both'],
    [[1, 2, 3], [0, 50, 40], {}, 'bad_input', 'distance decreases at second 2'],
    [[1, 2], [0, 1], { window: 19 }, 'bad_input', 'window 19 must be 20 to 1000 m'],
    [[1, 2], [0, 1], { window: Number.NaN }, 'bad_input', 'window NaN'],
  ])('refuses %j over %j with %j', (altitude, distance, options, reason, detail) => {
    expect(gradeSeries(altitude, distance, options)).toMatchObject({
      value: null,
      reason,
      detail: expect.stringContaining(detail),
    });
  });
});

describe('graded speed', () => {
  it('is speed times the factor of the grade, unknown where either is', () => {
    const result = gradedSpeed([3, 3, Number.NaN, 3], [0, 0.1, 0, Number.NaN]);
    expect([...result.value!]).toEqual([3, 3 * gradeFactor(0.1), Number.NaN, Number.NaN]);
    expect(result).toMatchObject({ coverage: 0.5, method: 'speed × strava factor' });
    expect(gradedSpeed([3], [0.1], 'minetti').value![0]).toBeCloseTo(3 * 1.6578, 3);
  });

  it('normalizes like NP: the steady speed itself, and more when it varies', () => {
    expect(normalizedGradedSpeed(repeat(1800, 3.2)).value).toBeCloseTo(3.2, 10);
    const varied = Array.from({ length: 3600 }, (_, i) => (Math.floor(i / 120) % 2 === 0 ? 2 : 4));
    expect(normalizedGradedSpeed(varied).value).toBeGreaterThan(3.2);
    expect(normalizedGradedSpeed(repeat(60, 3))).toMatchObject({
      method: 'NGP, 30 s windows, fourth power',
      warnings: [{ code: 'short_effort', detail: expect.stringMatching(/^NGP over/) }],
    });
  });

  it.each([
    [gradedSpeed([1, 2], [0]), 'bad_input'],
    [gradedSpeed([], []), 'no_data'],
    [gradedSpeed([Number.NaN], [0]), 'no_data'],
    [normalizedGradedSpeed([]), 'no_data'],
    [normalizedGradedSpeed(repeat(29, 3)), 'too_short'],
    [normalizedGradedSpeed([...repeat(29, 3), Number.NaN, ...repeat(29, 3)]), 'too_short'],
  ])('refuses with a reason', (result, reason) => {
    expect(result).toMatchObject({ value: null, reason });
  });
});
