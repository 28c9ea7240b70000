import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import {
  criticalSpeed,
  govss,
  gradedSpeed,
  gradeFactor,
  gradeSeries,
  minettiCost,
  normalizedGradedSpeed,
  RACE_DISTANCES,
  riegelExponent,
  riegelTime,
  runningIndex,
  runningPower,
  runStressScore,
  trainingSpeeds,
  vdot,
  vdotTime,
} from './index.ts';

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

describe('stress of a run', () => {
  it('is 100 for an hour at threshold, and grows with the square of speed', () => {
    expect(runStressScore({ normalizedSpeed: 4, thresholdSpeed: 4, seconds: 3600 }).value).toBe(100);
    expect(runStressScore({ normalizedSpeed: 2, thresholdSpeed: 4, seconds: 7200 }).value).toBe(50);
    expect(runStressScore({ normalizedSpeed: 0, thresholdSpeed: 4, seconds: 60 }).value).toBe(0);
  });

  it.each([
    { normalizedSpeed: -1, thresholdSpeed: 4, seconds: 60 },
    { normalizedSpeed: 3, thresholdSpeed: 0, seconds: 60 },
    { normalizedSpeed: 3, thresholdSpeed: 4, seconds: Number.NaN },
    { normalizedSpeed: Number.POSITIVE_INFINITY, thresholdSpeed: 4, seconds: 60 },
  ])('refuses %j', (input) => {
    expect(runStressScore(input).value).toBeNull();
  });

  it('needs more power uphill and more the faster, and none standing', () => {
    const runner = { mass: 70, height: 1.78 };
    expect(runningPower(0, 0.1, runner).value).toBe(0);
    expect(runningPower(4, 0, runner).value).toBeGreaterThan(runningPower(3, 0, runner).value!);
    expect(runningPower(3, 0.05, runner).value).toBeGreaterThan(runningPower(3, 0, runner).value!);
    const area = 0.2025 * 1.78 ** 0.725 * 70 ** 0.425 * 0.266;
    const expected = (0.5 * 1.2 * 0.9 * area * 9 + 3.6 * (0.25 + 0.162) * (1 - 1.5 / 8.33) * 70) * 3;
    expect(runningPower(3, 0, runner).value).toBeCloseTo(expected, 8);
    expect(runningPower(-1, 0, runner).value).toBeNull();
    expect(runningPower(3, Number.NaN, runner).value).toBeNull();
    expect(runningPower(3, 0, { ...runner, mass: 0 }).value).toBeNull();
  });

  it('gives GOVSS 100 for an hour at threshold power', () => {
    const runner = { mass: 60, height: 1.7 };
    const thresholdPower = runningPower(4, 0, runner).value!;
    const hour = { speed: repeat(3600, 4), grade: repeat(3600, 0), runner, thresholdPower };
    expect(govss(hour).value).toBeCloseTo(100, 6);
    expect(govss({ ...hour, grade: repeat(3600, 0.05) }).value).toBeGreaterThan(150);
    const holed = hour.speed.map((v, i) => (i % 600 < 60 ? Number.NaN : v));
    expect(govss({ ...hour, speed: holed }).value).toBeCloseTo(90, 6);
    expect(govss({ ...hour, speed: [1] })).toMatchObject({ reason: 'bad_input' });
    expect(govss({ ...hour, thresholdPower: 0 })).toMatchObject({ reason: 'bad_input' });
    expect(govss({ ...hour, speed: [], grade: [] })).toMatchObject({ reason: 'no_data' });
  });
});

describe('race prediction', () => {
  it.skipIf(golden === null)('reproduces Riegel', () => {
    const r = golden!.riegel_1_06;
    expect(riegelTime({ distance: 5000, seconds: 1200 }, 10_000).value).toBeCloseTo(r['5k 20:00 -> 10k']!, 2);
    const tenK = { distance: 10_000, seconds: 2400 };
    expect(riegelTime(tenK, RACE_DISTANCES['half marathon']).value).toBeCloseTo(r['10k 40:00 -> half']!, 2);
    expect(riegelTime(tenK, RACE_DISTANCES.marathon).value).toBeCloseTo(r['10k 40:00 -> marathon']!, 2);
  });

  it('finds the exponent that made the races', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.02, max: 1.14, noNaN: true }), (exponent) => {
        const races = [3000, 10_000, 21_097.5].map((distance) => ({
          distance,
          seconds: 600 * (distance / 3000) ** exponent,
        }));
        expect(riegelExponent(races)).toMatchObject({ value: expect.closeTo(exponent, 9), warnings: [] });
      }),
    );
    const uneven = [
      { distance: 5000, seconds: 1200 },
      { distance: 10_000, seconds: 3000 },
    ];
    expect(riegelExponent(uneven)).toMatchObject({ warnings: [{ code: 'unusual' }] });
    expect(riegelExponent(uneven.slice(1))).toMatchObject({ value: null, reason: 'too_few' });
    expect(riegelExponent([])).toMatchObject({ value: null, reason: 'too_few' });
    expect(riegelExponent([{ distance: 0, seconds: 1 }])).toMatchObject({ reason: 'bad_input' });
  });

  it('says when a time lies outside what the formula describes', () => {
    expect(riegelTime({ distance: 5000, seconds: 1200 }, 10_000)).toMatchObject({ warnings: [] });
    expect(riegelTime({ distance: 800, seconds: 130 }, 5000)).toMatchObject({ warnings: [{ code: 'outside_range' }] });
    expect(riegelTime({ distance: 42_195, seconds: 12_000 }, 100_000)).toMatchObject({
      warnings: [{ code: 'outside_range' }],
    });
    expect(riegelTime({ distance: 5000, seconds: 1200 }, 0)).toMatchObject({ reason: 'bad_input' });
    expect(riegelTime({ distance: 5000, seconds: -1 }, 10)).toMatchObject({ reason: 'bad_input' });
    expect(riegelTime({ distance: 5000, seconds: 1200 }, 10, 0.9)).toMatchObject({ reason: 'bad_input' });
  });

  it.each([
    [5000, 19 * 60 + 57],
    [10_000, 41 * 60 + 21],
    [21_097.5, 3600 + 31 * 60 + 35],
    [42_195, 3 * 3600 + 10 * 60 + 49],
  ])("has the 50 of Daniels' table for %d m in %d s", (distance, seconds) => {
    expect(Math.round(vdot({ distance, seconds }).value!)).toBe(50);
    expect(vdot({ distance, seconds }).value).toBeCloseTo(49.96, 1);
  });

  it.skipIf(golden === null)('reproduces the reference VDOT and its equivalent times', () => {
    const of = golden!.daniels_vdot;
    const distances: Record<string, number> = {
      half: 21_097.5,
      marathon: 42_195,
      '1500 m': 1500,
      '5 km': 5000,
      '10 km': 10_000,
    };
    for (const [race, score] of Object.entries(of.from_race)) {
      const [, name, clock] = /^(.*) ([\d:]+)$/.exec(race)!;
      const seconds = clock!.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);
      expect(vdot({ distance: distances[name!]!, seconds }).value).toBeCloseTo(score, 4);
    }
    for (const [name, seconds] of Object.entries(of.equivalent_of_vdot_50_s))
      expect(vdotTime(50, distances[name] ?? Number(name)).value).toBeCloseTo(seconds, 1);
  });

  it('inverts itself', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 25, max: 85, noNaN: true }),
        fc.integer({ min: 800, max: 100_000 }),
        (score, distance) => {
          expect(vdot({ distance, seconds: vdotTime(score, distance).value! }).value).toBeCloseTo(score, 6);
        },
      ),
    );
  });

  it('refuses what is no race', () => {
    expect(vdot({ distance: 0, seconds: 1 })).toMatchObject({ reason: 'bad_input' });
    expect(vdot({ distance: 100, seconds: 36_000 })).toMatchObject({ reason: 'undefined_ratio' });
    expect(vdot({ distance: 800, seconds: 120 })).toMatchObject({ warnings: [{ code: 'outside_range' }] });
    expect(vdotTime(9, 5000)).toMatchObject({ reason: 'bad_input' });
    expect(vdotTime(50, Number.NaN)).toMatchObject({ reason: 'bad_input' });
    expect(vdotTime(50, 400)).toMatchObject({ warnings: [{ code: 'outside_range' }] });
    expect(vdotTime(50, 5000)).toMatchObject({ warnings: [] });
  });

  it('trains at shares of the speed whose oxygen cost is VDOT', () => {
    const speeds = trainingSpeeds(50).value!;
    const v = (speeds.interval / 0.98) * 60;
    expect(-4.6 + 0.182258 * v + 0.000104 * v * v).toBeCloseTo(50, 9);
    expect(speeds.easy / speeds.interval).toBeCloseTo(0.72 / 0.98, 12);
    expect(speeds.marathon / speeds.threshold).toBeCloseTo(0.85 / 0.9, 12);
    expect(speeds.repetition).toBeGreaterThan(speeds.interval);
    expect(trainingSpeeds(101)).toMatchObject({ reason: 'bad_input' });
  });
});

describe('critical speed', () => {
  it('is exact on trials that follow the model', () => {
    const trials = [180, 400, 900].map((seconds) => ({ seconds, distance: 4.2 * seconds + 210 }));
    expect(criticalSpeed(trials)).toMatchObject({
      value: { criticalSpeed: expect.closeTo(4.2, 10), distanceReserve: expect.closeTo(210, 7) },
      warnings: [],
    });
    expect(criticalSpeed(trials.slice(1))).toMatchObject({ warnings: [{ code: 'two_trials' }] });
    expect(criticalSpeed([...trials, { seconds: 60, distance: 462 }])).toMatchObject({
      warnings: [{ code: 'outside_range' }],
    });
  });

  it.each([
    [[], 'too_few'],
    [[{ distance: 1000, seconds: 200 }], 'too_few'],
    [
      [
        { distance: 1000, seconds: 200 },
        { distance: 1100, seconds: 200 },
      ],
      'too_few',
    ],
    [
      [
        { distance: 1000, seconds: 200 },
        { distance: 2100, seconds: 400 },
      ],
      'no_fit',
    ],
    [
      [
        { distance: 1000, seconds: 200 },
        { distance: 900, seconds: 400 },
      ],
      'no_fit',
    ],
    [[{ distance: 1000, seconds: 0 }], 'bad_input'],
  ])('refuses %j', (trials, reason) => {
    expect(criticalSpeed(trials)).toMatchObject({ value: null, reason });
  });
});

describe('running index', () => {
  const input = { distance: 10_000, seconds: 3000, heartRate: 171, maxHeartRate: 190 };

  it('is the speed part alone when the heart rate is at 90 % or more', () => {
    expect(runningIndex(input).value).toBeCloseTo((213.9 / 50) * 10 ** 1.06 + 3.5, 9);
    expect(runningIndex({ ...input, heartRate: 133 }).value).toBeCloseTo(((213.9 / 50) * 10 ** 1.06 + 3.5) / 0.715, 9);
  });

  it.each([
    [{ seconds: 719 }, 'too_short'],
    [{ heartRate: 191 }, 'bad_input'],
    [{ heartRate: 30 }, 'undefined_ratio'],
    [{ distance: 0 }, 'bad_input'],
    [{ maxHeartRate: Number.NaN }, 'bad_input'],
  ])('refuses %j', (change, reason) => {
    expect(runningIndex({ ...input, ...change })).toMatchObject({ value: null, reason });
  });
});
