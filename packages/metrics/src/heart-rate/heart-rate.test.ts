import { describe, expect, it } from 'vitest';
import { random, reasonOf, steady, unwrap, warningsOf } from '../../test/unwrap.ts';
import {
  banisterTrimp,
  cardiacDrift,
  decoupling,
  edwardsTrimp,
  exponentialTrimp,
  fitZoneLoad,
  heartRateRecovery,
  heartRateStressScore,
  luciaTrimp,
  maxHeartRateFromAge,
  observedMaxHeartRate,
  restingHeartRate,
  sessionRpe,
  squareHeartRateScore,
  steadyTrimp,
  TRIMP_WEIGHTS,
  zonalTrimp,
  zoneLoad,
  zoneTableHeartRateScore,
  zoneWeightedTrimp,
} from './index.ts';

const hole = Number.NaN;
const range = { rest: 50, max: 190 };

describe('TRIMP', () => {
  it('reproduces the published ride: 84.5525 (Clarke & Skiba 2013)', () => {
    const published = steadyTrimp(3627.8826 / 60, 137.7619718309859, { rest: 45, max: 190 });
    expect(unwrap(published)).toBeCloseTo(84.5524682840095, 9);
  });

  it('of 30 min at 130 bpm, rest 40, max 200 is 31.8 for men and 27.6 for women', () => {
    const bout = { rest: 40, max: 200 };
    expect(unwrap(steadyTrimp(30, 130, bout))).toBeCloseTo(31.8025, 4);
    expect(unwrap(steadyTrimp(30, 130, { ...bout, weights: 'female' }))).toBeCloseTo(27.6305, 4);
  });

  it('from a series uses the time with heart rate', () => {
    const found = banisterTrimp([...steady(140, 1800), ...steady(hole, 600)], range);
    expect(found).toMatchObject({ coverage: 0.75 });
    expect(unwrap(found)).toBeCloseTo(unwrap(steadyTrimp(30, 140, range)), 9);
  });

  it('summed by second is never below the average form', () => {
    const next = random(3);
    const beats = Array.from({ length: 3000 }, () => 90 + Math.round(next() * 90));
    expect(unwrap(exponentialTrimp(beats, range))).toBeGreaterThan(unwrap(banisterTrimp(beats, range)));
    expect(unwrap(exponentialTrimp(steady(150, 600), range))).toBeCloseTo(
      unwrap(banisterTrimp(steady(150, 600), range)),
      9,
    );
  });

  it('is the same for whole beats and for interpolated ones next to them', () => {
    const whole = unwrap(exponentialTrimp(steady(150, 60), range));
    expect(unwrap(exponentialTrimp(steady(150.0000001, 60), range))).toBeCloseTo(whole, 6);
    expect(unwrap(exponentialTrimp(steady(256, 60), { rest: 50, max: 300 }))).toBeCloseTo(
      unwrap(steadyTrimp(1, 256, { rest: 50, max: 300 })),
      9,
    );
  });

  it('adds nothing at or below rest', () => {
    expect(unwrap(exponentialTrimp(steady(45, 600), range))).toBe(0);
    expect(unwrap(banisterTrimp(steady(50, 600), range))).toBe(0);
  });

  it('takes the athlete’s own weights (iTRIMP)', () => {
    const own = unwrap(exponentialTrimp(steady(150, 60), { ...range, weights: { a: 0.2, b: 3 } }));
    const x = 100 / 140;
    expect(own).toBeCloseTo(x * 0.2 * Math.exp(3 * x), 12);
    expect(TRIMP_WEIGHTS.female_original).toEqual({ a: 0.86, b: 1.67 });
  });

  it('refuses heart rates that are no range, and no heart rate', () => {
    for (const bad of [
      { rest: 0, max: 190 },
      { rest: 190, max: 190 },
      { rest: 50, max: hole },
    ]) {
      expect(reasonOf(banisterTrimp(steady(150, 60), bad))).toBe('bad_input');
      expect(reasonOf(exponentialTrimp(steady(150, 60), bad))).toBe('bad_input');
      expect(reasonOf(steadyTrimp(30, 150, bad))).toBe('bad_input');
    }
    expect(reasonOf(banisterTrimp([hole], range))).toBe('no_data');
    expect(reasonOf(exponentialTrimp([], range))).toBe('no_data');
    expect(reasonOf(steadyTrimp(-1, 150, range))).toBe('bad_input');
    expect(reasonOf(steadyTrimp(1, hole, range))).toBe('bad_input');
  });
});

describe('zone TRIMPs', () => {
  it('Edwards weighs minutes from 50 to 90 % of maximum 1 to 5', () => {
    const minutes = [99, 100, 120, 140, 160, 180].flatMap((beats) => steady(beats, 60));
    expect(unwrap(edwardsTrimp(minutes, 200))).toBe(0 + 1 + 2 + 3 + 4 + 5);
    expect(reasonOf(edwardsTrimp(minutes, 0))).toBe('bad_input');
  });

  it('Lucia weighs minutes between thresholds 1, 2 and 3', () => {
    const minutes = [139, 140, 160].flatMap((beats) => steady(beats, 60));
    expect(unwrap(luciaTrimp(minutes, { vt1: 140, vt2: 160 }))).toBe(6);
    expect(reasonOf(luciaTrimp(minutes, { vt1: 160, vt2: 140 }))).toBe('bad_input');
    expect(reasonOf(luciaTrimp(minutes, { vt1: 0, vt2: 140 }))).toBe('bad_input');
  });

  it('zonal points weigh shares of LTHR', () => {
    const minutes = [60, 68, 83, 94, 105].flatMap((beats) => steady(beats, 60));
    expect(unwrap(zonalTrimp(minutes, 100))).toBeCloseTo(0.9 + 1.1 + 1.2 + 2 + 5, 12);
    expect(reasonOf(zonalTrimp(minutes, -1))).toBe('bad_input');
  });

  it('refuse uneven or unsorted tables and empty series', () => {
    expect(reasonOf(zoneWeightedTrimp([120], [0], [1, 2]))).toBe('bad_input');
    expect(reasonOf(zoneWeightedTrimp([120], [], []))).toBe('bad_input');
    expect(reasonOf(zoneWeightedTrimp([120], [5, 5], [1, 2]))).toBe('bad_input');
    expect(reasonOf(zoneWeightedTrimp([hole], [0], [1]))).toBe('no_data');
  });

  it('session RPE is rating times minutes', () => {
    expect(unwrap(sessionRpe(7, 60))).toBe(420);
    expect(reasonOf(sessionRpe(11, 60))).toBe('bad_input');
    expect(reasonOf(sessionRpe(5, -1))).toBe('bad_input');
  });
});

describe('heart-rate load', () => {
  it('HRSS of an hour at LTHR is 100', () => {
    expect(unwrap(heartRateStressScore(steady(170, 3600), { ...range, lthr: 170 }))).toBeCloseTo(100, 9);
    expect(unwrap(heartRateStressScore(steady(50, 3600), { ...range, lthr: 170 }))).toBe(0);
  });

  it('HRSS refuses an LTHR outside rest and max', () => {
    expect(reasonOf(heartRateStressScore(steady(150, 60), { ...range, lthr: 50 }))).toBe('bad_input');
    expect(reasonOf(heartRateStressScore(steady(150, 60), { ...range, lthr: 191 }))).toBe('bad_input');
    expect(reasonOf(heartRateStressScore([], { ...range, lthr: 170 }))).toBe('no_data');
  });

  it('the square form gives rest at 60 % of LTHR 36 an hour, which is its fault', () => {
    expect(unwrap(squareHeartRateScore(steady(102, 3600), 170))).toBeCloseTo(36, 9);
    expect(reasonOf(squareHeartRateScore([], 170))).toBe('no_data');
    expect(reasonOf(squareHeartRateScore([1], 0))).toBe('bad_input');
  });

  it('the zone table gives 100 points to an hour from LTHR on', () => {
    expect(unwrap(zoneTableHeartRateScore(steady(170, 3600), 170))).toBeCloseTo(100, 9);
    expect(unwrap(zoneTableHeartRateScore(steady(100, 3600), 170))).toBeCloseTo(20, 9);
    expect(unwrap(zoneTableHeartRateScore(steady(100, 3600), 170, { shares: [0], pointsPerHour: [55] }))).toBeCloseTo(
      55,
      9,
    );
    expect(reasonOf(zoneTableHeartRateScore([100], 0))).toBe('bad_input');
  });

  it('learns points per hour from own rides with power', () => {
    const next = random(9);
    const rates = [30, 55, 80, 110];
    const rides = Array.from({ length: 40 }, () => {
      const zoneSeconds = rates.map(() => Math.round(next() * 3600));
      return {
        zoneSeconds,
        load: zoneSeconds.reduce((sum, seconds, zone) => sum + (seconds / 3600) * (rates[zone] as number), 0),
      };
    });
    const model = unwrap(fitZoneLoad(rides, 1e-6));
    for (const [zone, rate] of model.pointsPerHour.entries()) expect(rate).toBeCloseTo(rates[zone] as number, 2);
    expect(unwrap(zoneLoad([3600, 0, 0, 1800], model))).toBeCloseTo(85, 1);
  });

  it('never learns negative points', () => {
    const rides = Array.from({ length: 12 }, (_, k) => ({ zoneSeconds: [3600, 600 * k], load: 100 - 5 * k }));
    expect(unwrap(fitZoneLoad(rides)).pointsPerHour[1]).toBe(0);
    expect(warningsOf(fitZoneLoad(rides))).toEqual(['poor_fit']);
  });

  it('does not learn from fewer than ten rides or uneven zones', () => {
    const ride = { zoneSeconds: [60], load: 1 };
    expect(reasonOf(fitZoneLoad(new Array(9).fill(ride)))).toBe('too_few');
    expect(reasonOf(fitZoneLoad([...new Array(9).fill(ride), { zoneSeconds: [1, 2], load: 1 }]))).toBe('bad_input');
    expect(reasonOf(fitZoneLoad(new Array(10).fill(ride), 0))).toBe('bad_input');
    expect(reasonOf(zoneLoad([1, 2], { pointsPerHour: [1], rides: 10, rmse: 0 }))).toBe('bad_input');
    expect(reasonOf(zoneLoad([-1], { pointsPerHour: [1], rides: 10, rmse: 0 }))).toBe('bad_input');
  });
});

describe('decoupling', () => {
  const half = (first: number, second: number, seconds = 3600) => [
    ...steady(first, seconds / 2),
    ...steady(second, seconds / 2),
  ];

  it('reproduces the published 3.23 %: 193 W at 136 bpm, then 195 W at 142 bpm', () => {
    const found = unwrap(decoupling(half(193, 195), half(136, 142)));
    expect(found.percent).toBeCloseTo(3.23, 2);
    expect(found).toMatchObject({
      first: { output: 193, heartRate: 136 },
      second: { output: 195, heartRate: 142 },
      rating: 'good',
    });
  });

  it('leaves a 10 min warm-up out of activities over an hour', () => {
    const power = [...steady(100, 600), ...half(200, 200, 3600)];
    const beats = [...steady(100, 600), ...half(140, 154, 3600)];
    expect(unwrap(decoupling(power, beats)).percent).toBeCloseTo((1 - 140 / 154) * 100, 9);
    expect(decoupling(power, beats)).toMatchObject({ method: expect.stringContaining('first 10 min left out') });
    expect(unwrap(decoupling(power, beats, { preset: 'goldencheetah' })).percent).not.toBeCloseTo(
      (1 - 140 / 154) * 100,
      3,
    );
  });

  it('rates 5 and 10 % as moderate, more as poor', () => {
    const drifted = (percent: number) =>
      unwrap(decoupling(half(200, 200), half(140, 140 / (1 - percent / 100)))).rating;
    expect([drifted(4.9), drifted(5.1), drifted(9.9), drifted(10.1)]).toEqual(['good', 'moderate', 'moderate', 'poor']);
  });

  it('uses only moving seconds with both signals', () => {
    const power = [...half(200, 200), ...steady(999, 100)];
    const beats = [...half(140, 150), ...steady(90, 100)];
    const moving = [...steady(1, 3600), ...steady(0, 100)];
    expect(unwrap(decoupling(power, beats, { moving, warmupMinutes: 0 })).percent).toBeCloseTo(
      (1 - 140 / 150) * 100,
      9,
    );
  });

  it('compares NP per half for TrainingPeaks', () => {
    const surging = Array.from({ length: 1800 }, (_, i) => (i % 60 < 30 ? 300 : 100));
    const found = unwrap(
      decoupling([...steady(200, 1800), ...surging], steady(140, 3600), { preset: 'trainingpeaks' }),
    );
    expect(found.second.output).toBeGreaterThan(210);
    expect(found.percent).toBeLessThan(-5);
  });

  it('refuses short, sparse, silent and uneven input', () => {
    expect(reasonOf(decoupling(steady(200, 1199), steady(140, 1199)))).toBe('too_short');
    expect(reasonOf(decoupling(steady(200, 3600), [...steady(140, 2800), ...steady(hole, 800)]))).toBe('low_coverage');
    expect(reasonOf(decoupling(half(0, 200), steady(140, 3600)))).toBe('undefined_ratio');
    expect(reasonOf(decoupling([1], [1, 2]))).toBe('bad_input');
    expect(reasonOf(decoupling([1], [1], { moving: [1, 1] }))).toBe('bad_input');
    expect(reasonOf(decoupling([], [], { preset: 'goldencheetah' }))).toBe('too_short');
  });

  it('warns about an effort that is not steady', () => {
    const surging = Array.from({ length: 3600 }, (_, i) => (i % 120 < 60 ? 350 : 50));
    expect(warningsOf(decoupling(surging, steady(140, 3600)))).toEqual(['variable_effort']);
    expect(warningsOf(decoupling(steady(200, 3600), steady(140, 3600)))).toEqual([]);
  });
});

describe('heart-rate response', () => {
  it('finds the largest drop over a minute that starts hard', () => {
    const beats = [...steady(120, 60), ...steady(180, 60), ...steady(130, 61)];
    expect(unwrap(heartRateRecovery(beats))).toEqual({ drop: 50, at: 60, from: 180, to: 130 });
    expect(reasonOf(heartRateRecovery(beats, { from: 190 }))).toBe('too_short');
    expect(reasonOf(heartRateRecovery([hole]))).toBe('no_data');
    expect(reasonOf(heartRateRecovery(beats, { seconds: 0 }))).toBe('bad_input');
    expect(reasonOf(heartRateRecovery(beats, { seconds: 1.5 }))).toBe('bad_input');
  });

  it('measures drift at like output only', () => {
    const power = [...steady(200, 1500), ...steady(400, 300), ...steady(200, 1500)];
    const beats = [...steady(140, 1500), ...steady(185, 300), ...steady(148, 1500)];
    expect(unwrap(cardiacDrift(power, beats))).toBeCloseTo(8, 9);
    expect(reasonOf(cardiacDrift(steady(200, 1199), steady(140, 1199)))).toBe('too_short');
    expect(reasonOf(cardiacDrift([], []))).toBe('too_short');
    expect(reasonOf(cardiacDrift([1], []))).toBe('bad_input');
  });

  it('believes a maximum that five seconds held, not one sample', () => {
    expect(unwrap(observedMaxHeartRate([150, 151, 220, 152, 153, 154, 155, 156, 157]))).toBe(153);
    expect(reasonOf(observedMaxHeartRate([150, 151, hole, 152]))).toBe('too_short');
    expect(reasonOf(observedMaxHeartRate([]))).toBe('no_data');
    expect(reasonOf(observedMaxHeartRate([150], 0))).toBe('bad_input');
  });

  it('estimates the rest', () => {
    expect(unwrap(maxHeartRateFromAge(40))).toBe(180);
    expect(warningsOf(maxHeartRateFromAge(40))).toEqual(['population_estimate']);
    expect(reasonOf(maxHeartRateFromAge(9))).toBe('bad_input');
    expect(unwrap(restingHeartRate([48, 50, 52, 10]))).toBe(50);
    expect(unwrap(restingHeartRate([48, 50, 52, 54]))).toBe(51);
    expect(reasonOf(restingHeartRate([48, 50]))).toBe('too_few');
  });
});
