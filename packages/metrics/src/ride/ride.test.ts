import { describe, expect, it } from 'vitest';
import { random, reasonOf, steady, unwrap } from '../../test/unwrap.ts';
import * as heartRate from '../heart-rate/index.ts';
import * as power from '../power/index.ts';
import type { Metric } from '../result/index.ts';
import type { Grid } from '../samples/index.ts';
import { wBalance } from '../w-balance/index.ts';
import { timeInZones } from '../zones/index.ts';
import { type RideAthlete, rideMetrics } from './index.ts';

const next = random(21);
const holes = (reading: number) => (next() < 0.01 ? Number.NaN : reading);
function gridOf(seconds: number): Grid {
  const watts = Float64Array.from({ length: seconds }, (_, i) =>
    holes(Math.max(0, Math.round(200 + 150 * Math.sin(i / 90) + 200 * (next() - 0.5)))),
  );
  const beats = Float64Array.from({ length: seconds }, (_, i) =>
    holes(130 + 30 * Math.sin(i / 700) + (next() < 0.5 ? 0 : 0.5)),
  );
  const cadence = watts.map((w) => (w > 0 ? 85 : 0));
  return {
    startMs: null,
    seconds,
    channels: { power: watts, heart_rate: beats, cadence, speed: watts.map((w) => w / 20) },
    state: new Uint8Array(seconds),
  };
}
const athlete: Required<Omit<RideAthlete, 'cp' | 'timerSeconds'>> = {
  ftp: 250,
  wPrime: 20_000,
  lthr: 165,
  maxHeartRate: 190,
  restHeartRate: 50,
  vt1: 135,
  vt2: 160,
  powerZones: [0, 137.5, 187.5, 225, 262.5, 300, 375],
  heartRateZones: [0, 134, 147, 155, 165],
};

/** Same kind of answer, and the same numbers to rounding. */
function same(found: Metric<unknown>, expected: Metric<unknown>): void {
  if (expected.value === null) {
    expect(found).toEqual(expected);
    return;
  }
  expect(found).toMatchObject({ method: expected.method, coverage: expected.coverage });
  for (const [key, number] of Object.entries(flat(expected.value)))
    expect(flat(found.value)[key]).toBeCloseTo(number, 6);
}

function flat(node: unknown, path = ''): Record<string, number> {
  if (typeof node === 'number') return { [path]: node };
  if (node === null || typeof node !== 'object') return {};
  return Object.assign({}, ...Object.entries(node).map(([key, child]) => flat(child, `${path}.${key}`)));
}

describe.each([7200, 3000, 900])('all metrics of a ride of %i s', (seconds) => {
  const grid = gridOf(seconds);
  const { power: watts, heart_rate: beats } = grid.channels as { power: Float64Array; heart_rate: Float64Array };
  const all = rideMetrics(grid, athlete);
  const np = power.normalizedPower(watts);
  const average = power.averagePower(watts);
  const range = { rest: 50, max: 190 };

  it('are those of the single power functions', () => {
    same(all.power.normalized, np);
    same(all.power.average, average);
    same(all.power.maximum, power.maxPower(watts));
    same(all.power.xPower, power.xPower(watts));
    same(all.power.variabilityIndex, power.variabilityIndex(unwrap(np), unwrap(average)));
    same(all.power.intensityFactor, power.intensityFactor(unwrap(np), 250));
    same(all.power.trainingStressScore, power.trainingStressScore({ np: unwrap(np), seconds, ftp: 250 }));
    same(all.power.work, power.work(watts));
    same(all.power.workAbove, power.workAbove(watts, 250));
    same(all.power.timeInZones, timeInZones(watts, athlete.powerZones));
  });

  it('are those of the W′ balance', () => {
    const balance = unwrap(wBalance(watts, { cp: 250, wPrime: 20_000 }));
    const found = unwrap(all.power.wBalance);
    expect(found.minimum).toBeCloseTo(balance.minimum, 6);
    expect(found.end).toBeCloseTo(balance.end, 6);
    expect(balance.balance[found.minimumAt]).toBeCloseTo(balance.minimum, 6);
  });

  it('are those of the single heart-rate functions', () => {
    same(all.heartRate.banisterTrimp, heartRate.banisterTrimp(beats, range));
    same(all.heartRate.exponentialTrimp, heartRate.exponentialTrimp(beats, range));
    same(all.heartRate.edwardsTrimp, heartRate.edwardsTrimp(beats, 190));
    same(all.heartRate.luciaTrimp, heartRate.luciaTrimp(beats, { vt1: 135, vt2: 160 }));
    same(all.heartRate.stressScore, heartRate.heartRateStressScore(beats, { ...range, lthr: 165 }));
    same(all.heartRate.timeInZones, timeInZones(beats, athlete.heartRateZones));
    same(all.decoupling, heartRate.decoupling(watts, beats));
    expect(unwrap(all.heartRate.maximum)).toBe(Math.max(...beats.filter((b) => !Number.isNaN(b))));
    same(all.efficiencyFactor, power.efficiencyFactor(unwrap(np), unwrap(all.heartRate.average)));
  });
});

describe('a heart rate that repeats itself, as recorded ones do', () => {
  const seconds = 5401;
  const { power: watts } = gridOf(seconds).channels as { power: Float64Array };
  const shapes: Record<string, (i: number) => number> = {
    'whole beats held for some seconds': (i) => 120 + (Math.floor(i / 7) % 40),
    'one run over the end of the warm-up and the middle': () => 142,
    'zeros, dropouts and values that are no heart rate': (i) =>
      i % 50 < 3 ? 0 : i % 90 < 5 ? Number.NaN : 300 + (i % 9),
    'halves of beats': (i) => 130.5 + (Math.floor(i / 4) % 20),
  };
  it.each(Object.keys(shapes))('gives the numbers of the single functions: %s', (name) => {
    const beats = Float64Array.from({ length: seconds }, (_, i) => (shapes[name] as (i: number) => number)(i));
    const all = rideMetrics({ ...gridOf(seconds), channels: { power: watts, heart_rate: beats } }, athlete);
    same(all.decoupling, heartRate.decoupling(watts, beats));
    same(all.heartRate.exponentialTrimp, heartRate.exponentialTrimp(beats, { rest: 50, max: 190 }));
    same(all.heartRate.timeInZones, timeInZones(beats, athlete.heartRateZones));
  });
});

describe('a ride without everything', () => {
  it('refuses what the recording lacks', () => {
    const empty = rideMetrics({ startMs: null, seconds: 100, channels: {}, state: new Uint8Array(100) }, athlete);
    for (const metric of [
      ...Object.values(empty.power),
      ...Object.values(empty.heartRate),
      empty.cadence,
      empty.speed,
      empty.efficiencyFactor,
    ])
      expect(reasonOf(metric as Metric<unknown>)).toBe('no_data');
    expect(reasonOf(empty.decoupling)).toBe('too_short');
  });

  it('refuses what the athlete’s settings lack, and nothing else', () => {
    const all = rideMetrics(gridOf(3000));
    expect(reasonOf(all.power.intensityFactor)).toBe('no_data');
    expect(reasonOf(all.power.wBalance)).toBe('no_data');
    expect(reasonOf(all.heartRate.stressScore)).toBe('no_data');
    expect(reasonOf(all.power.normalized)).toBe('a value');
    expect(reasonOf(all.heartRate.average)).toBe('a value');
    expect(reasonOf(all.decoupling)).toBe('a value');
  });

  it('gives the heart-rate metrics of a ride without power', () => {
    const full = gridOf(3000);
    const all = rideMetrics({ ...full, channels: { heart_rate: full.channels.heart_rate as Float64Array } }, athlete);
    expect(reasonOf(all.heartRate.stressScore)).toBe('a value');
    expect(reasonOf(all.power.normalized)).toBe('no_data');
    expect(reasonOf(all.decoupling)).toBe('too_short');
  });

  it('counts timer time for TSS: cells of a pause do not train', () => {
    const grid: Grid = { ...gridOf(1000), state: Uint8Array.from([...steady(0, 600), ...steady(2, 400)]) };
    const np = unwrap(rideMetrics(grid, athlete).power.normalized);
    expect(unwrap(rideMetrics(grid, athlete).power.trainingStressScore)).toBeCloseTo((600 / 36) * (np / 250) ** 2, 9);
    expect(unwrap(rideMetrics(grid, { ...athlete, timerSeconds: 3600 }).power.trainingStressScore)).toBeCloseTo(
      100 * (np / 250) ** 2,
      9,
    );
  });

  it('counts every pause, not only the first', () => {
    const state = Uint8Array.from([...steady(2, 100), ...steady(0, 700), ...steady(2, 200)]);
    const grid: Grid = { ...gridOf(1000), state };
    const np = unwrap(rideMetrics(grid, athlete).power.normalized);
    expect(unwrap(rideMetrics(grid, athlete).power.trainingStressScore)).toBeCloseTo((700 / 36) * (np / 250) ** 2, 9);
  });

  it('averages an odd number of seconds to the last one', () => {
    const all = rideMetrics({
      startMs: null,
      seconds: 3,
      channels: { speed: Float64Array.of(1, 2, 6) },
      state: new Uint8Array(3),
    });
    expect(all.speed).toMatchObject({ value: 3, coverage: 1 });
  });

  it('averages cadence over pedalling and speed over everything', () => {
    const channels = { cadence: Float64Array.of(90, 0, 80, Number.NaN), speed: Float64Array.of(10, 0, Number.NaN, 5) };
    const all = rideMetrics({ startMs: null, seconds: 4, channels, state: new Uint8Array(4) });
    expect(all.cadence).toMatchObject({ value: 85, coverage: 0.5 });
    expect(all.speed).toMatchObject({ value: 5, coverage: 0.75 });
  });
});
