import { describe, expect, it } from 'vitest';
import * as curves from '../src/curves/index.ts';
import * as durability from '../src/durability/index.ts';
import * as energy from '../src/energy/index.ts';
import * as heartRate from '../src/heart-rate/index.ts';
import * as power from '../src/power/index.ts';
import * as models from '../src/power-duration/index.ts';
import type { Metric } from '../src/result/index.ts';
import * as ride from '../src/ride/index.ts';
import * as samples from '../src/samples/index.ts';
import * as thresholds from '../src/thresholds/index.ts';
import * as vo2max from '../src/vo2max/index.ts';
import * as wBalance from '../src/w-balance/index.ts';
import * as zones from '../src/zones/index.ts';
import { random, steady } from './unwrap.ts';

const topics = {
  curves,
  durability,
  energy,
  heartRate,
  models,
  power,
  ride,
  samples,
  thresholds,
  vo2max,
  wBalance,
  zones,
};
const next = random(1);
const wild = [
  Number.NaN,
  -500,
  0,
  1e308,
  -1e308,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  3e-320,
  250,
  250.5,
];

/** Series that a file, a sensor or a caller can produce. */
const badSeries: Readonly<Record<string, Float64Array>> = {
  empty: new Float64Array(0),
  'all NaN': new Float64Array(4000).fill(Number.NaN),
  'one sample': Float64Array.of(200),
  'one NaN': Float64Array.of(Number.NaN),
  negative: new Float64Array(4000).fill(-100),
  infinite: Float64Array.from([...steady(200, 2000), Number.POSITIVE_INFINITY, ...steady(200, 2000)]),
  'minus infinite': Float64Array.from([...steady(200, 2000), Number.NEGATIVE_INFINITY, ...steady(200, 2000)]),
  huge: new Float64Array(4000).fill(1e308),
  'every other NaN': Float64Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 200 : Number.NaN)),
  wild: Float64Array.from({ length: 4000 }, () => wild[Math.floor(next() * wild.length)] as number),
  zeros: new Float64Array(4000),
  '48 hours': Float64Array.from({ length: 172_800 }, () => 100 + Math.round(200 * next())),
};
const badNumbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0, 1e308, 5e-324];

type Calls = (series: Float64Array, number: number) => readonly unknown[];
const range = { rest: 50, max: 190 };
const athlete = { cp: 250, wPrime: 20_000 };
const grid = (series: Float64Array): samples.Grid => ({
  startMs: null,
  seconds: series.length,
  channels: { power: series, heart_rate: series, cadence: series, left_right_balance: series },
  state: new Uint8Array(series.length),
});
const clock = (series: Float64Array): samples.Samples => ({
  startMs: 0,
  time: series,
  channels: { power: series },
  pauses: [{ from: 0, to: 2e9 }],
});
const stored = (values: readonly number[]): curves.MeanMaximalCurve => ({
  durations: Int32Array.from(values, (_, k) => 60 * (k + 1)),
  values: Float64Array.from(values),
  starts: new Int32Array(values.length),
});
const someEfforts = (n: number) =>
  [300, 600, 1200, 30, 5, 60, 120, 3600, 7200].map((seconds) => ({ seconds, watts: n }));

/** Every public function with bad series and bad numbers in each of its places. */
const table: Readonly<Record<string, Calls>> = {
  averagePower: (s) => [power.averagePower(s)],
  maxPower: (s) => [power.maxPower(s)],
  work: (s) => [power.work(s)],
  workAbove: (s, n) => [power.workAbove(s, 250), power.workAbove(s, n)],
  normalizedPower: (s) => [
    power.normalizedPower(s),
    power.normalizedPower(s, { holes: 'zero' }),
    power.normalizedPower(s, { preset: 'goldencheetah' }),
    power.normalizedPower(s, { start: 'primed' }),
  ],
  combineNormalizedPower: (_, n) => [
    power.combineNormalizedPower([
      { np: n, seconds: 60 },
      { np: 200, seconds: n },
    ]),
  ],
  additiveLoad: (_, n) => [
    power.additiveLoad({ np: n, seconds: n }, 250),
    power.additiveLoad({ np: 200, seconds: 60 }, n),
  ],
  xPower: (s) => (['goldencheetah', 'sheet', 'textbook'] as const).map((variant) => power.xPower(s, { variant })),
  relativeIntensity: (_, n) => [power.relativeIntensity(n, 250), power.relativeIntensity(250, n)],
  bikeScore: (_, n) => [
    power.bikeScore({ xPower: n, seconds: 60, cp: 250 }),
    power.bikeScore({ xPower: 250, seconds: n, cp: 250 }),
    power.bikeScore({ xPower: 250, seconds: 60, cp: n }),
  ],
  intensityFactor: (_, n) => [power.intensityFactor(n, 250), power.intensityFactor(250, n)],
  trainingStressScore: (_, n) => [
    power.trainingStressScore({ np: n, seconds: 60, ftp: 250 }),
    power.trainingStressScore({ np: 200, seconds: n, ftp: 250 }),
    power.trainingStressScore({ np: 200, seconds: 60, ftp: n }),
  ],
  variabilityIndex: (_, n) => [power.variabilityIndex(n, 200), power.variabilityIndex(200, n)],
  efficiencyFactor: (_, n) => [power.efficiencyFactor(n, 140), power.efficiencyFactor(200, n)],
  trainingImpact: (s, n) => [power.trainingImpact(s, 250), power.trainingImpact(s, n)],
  quadrants: (s, n) => [
    power.quadrants(s, s, { ftp: 250, cadence: 90, crank: 0.17 }),
    power.quadrants(s, s, { ftp: n, cadence: 90, crank: n }),
  ],
  techniqueMean: (s) => [power.techniqueMean(grid(s), 'left_right_balance')],
  vam: (_, n) => [power.vam(n, 60), power.vam(60, n)],
  wattsPerKiloFromVam: (_, n) => [power.wattsPerKiloFromVam(n, 8), power.wattsPerKiloFromVam(1600, n)],
  altitudeAdjustedPower: (_, n) => [
    power.altitudeAdjustedPower(n, 1000, true),
    power.altitudeAdjustedPower(200, n, false),
  ],
  banisterTrimp: (s, n) => [heartRate.banisterTrimp(s, range), heartRate.banisterTrimp(s, { rest: n, max: 190 })],
  steadyTrimp: (_, n) => [heartRate.steadyTrimp(n, 150, range), heartRate.steadyTrimp(60, n, range)],
  exponentialTrimp: (s, n) => [
    heartRate.exponentialTrimp(s, range),
    heartRate.exponentialTrimp(s, { rest: 50, max: n }),
    heartRate.exponentialTrimp(s, { ...range, weights: { a: n, b: n } }),
  ],
  zoneWeightedTrimp: (s, n) => [heartRate.zoneWeightedTrimp(s, [0], [n]), heartRate.zoneWeightedTrimp(s, [n], [1])],
  edwardsTrimp: (s, n) => [heartRate.edwardsTrimp(s, 190), heartRate.edwardsTrimp(s, n)],
  luciaTrimp: (s, n) => [
    heartRate.luciaTrimp(s, { vt1: 140, vt2: 160 }),
    heartRate.luciaTrimp(s, { vt1: n, vt2: 160 }),
  ],
  zonalTrimp: (s, n) => [heartRate.zonalTrimp(s, 170), heartRate.zonalTrimp(s, n)],
  sessionRpe: (_, n) => [heartRate.sessionRpe(n, 60), heartRate.sessionRpe(5, n)],
  heartRateStressScore: (s, n) => [
    heartRate.heartRateStressScore(s, { ...range, lthr: 170 }),
    heartRate.heartRateStressScore(s, { ...range, lthr: n }),
  ],
  squareHeartRateScore: (s, n) => [heartRate.squareHeartRateScore(s, 170), heartRate.squareHeartRateScore(s, n)],
  zoneTableHeartRateScore: (s, n) => [
    heartRate.zoneTableHeartRateScore(s, 170),
    heartRate.zoneTableHeartRateScore(s, n),
    heartRate.zoneTableHeartRateScore(s, 170, { shares: [0, n], pointsPerHour: [n, n] }),
  ],
  fitZoneLoad: (_, n) => [
    heartRate.fitZoneLoad(new Array(12).fill({ load: n, zoneSeconds: [n, 60] })),
    heartRate.fitZoneLoad(new Array(12).fill({ load: 50, zoneSeconds: [60] }), n),
    heartRate.fitZoneLoad([]),
  ],
  zoneLoad: (_, n) => [heartRate.zoneLoad([n], { pointsPerHour: [50], rides: 10, rmse: 1 })],
  decoupling: (s) => [
    heartRate.decoupling(s, s),
    heartRate.decoupling(s, s, { preset: 'goldencheetah' }),
    heartRate.decoupling(s, s, { preset: 'trainingpeaks' }),
  ],
  heartRateRecovery: (s, n) => [
    heartRate.heartRateRecovery(s),
    heartRate.heartRateRecovery(s, { seconds: n }),
    heartRate.heartRateRecovery(s, { from: n }),
  ],
  cardiacDrift: (s) => [heartRate.cardiacDrift(s, s)],
  observedMaxHeartRate: (s, n) => [heartRate.observedMaxHeartRate(s), heartRate.observedMaxHeartRate(s, n)],
  maxHeartRateFromAge: (_, n) => [heartRate.maxHeartRateFromAge(n)],
  restingHeartRate: (s) => [heartRate.restingHeartRate([...s.subarray(0, 100)])],
  timeInZones: (s, n) => [
    zones.timeInZones(s, [0, 100, 200]),
    zones.timeInZones(s, [0, 100, 200], { smoothing: 30 }),
    zones.timeInZones(s, [n, 1000]),
    zones.timeInZones(s, [0], { smoothing: n }),
  ],
  zoneTimeAgreement: (_, n) => [zones.zoneTimeAgreement([n, 1], [1, 1]), zones.zoneTimeAgreement([1, 1], [n, n])],
  zonesOf: (_, n) => [zones.zonesOf('coggan_power', n)],
  reserveZones: (_, n) => [zones.reserveZones({ rest: n, max: 190 }), zones.reserveZones({ rest: 50, max: n })],
  threeZones: (_, n) => [
    zones.threeZones({ second: n, channel: 'power' }),
    zones.threeZones({ first: n, second: 250, channel: 'power' }),
  ],
  individualLevels: (_, n) => [zones.individualLevels(n, () => 300), zones.individualLevels(250, () => n)],
  sweetSpot: (_, n) => [zones.sweetSpot(n), zones.sweetSpot(250, n, 0.9), zones.sweetSpot(250, 0.8, n)],
  collapseToThree: (_, n) => [zones.collapseToThree([n, 1, 1, 1, 1])],
  intensityDistribution: (_, n) => [zones.intensityDistribution([n, 1, 1]), zones.intensityDistribution([n, n, n])],
  polarizationIndex: (_, n) => [
    zones.polarizationIndex([n, 1, 1]),
    zones.polarizationIndex([1, n, 1]),
    zones.polarizationIndex([1, 1, n]),
  ],
  meanMaximal: (s, n) => [
    curves.meanMaximal(s),
    curves.meanMaximal(s, { holes: 'zero' }),
    curves.meanMaximal(s, { durations: [n] }),
  ],
  curveAt: (_, n) => [curves.curveAt(stored([300, 200]), n), curves.curveAt(stored([]), n)],
  mergeCurves: (_, n) => [curves.mergeCurves([stored([n, 1])]), curves.mergeCurves([])],
  compareCurves: (_, n) => [
    curves.compareCurves(stored([n, 200]), stored([200, n])),
    curves.compareCurves(stored([]), stored([])),
  ],
  normalizedPowerCurve: (s) => [curves.normalizedPowerCurve(s)],
  ascentCurve: (s) => [curves.ascentCurve(s)],
  perKilogram: (_, n) => [curves.perKilogram(stored([300]), n)],
  distanceBests: (s, n) => [
    curves.distanceBests(s),
    curves.distanceBests(s, [n]),
    curves.distanceBests(s, [400], { maxSpeed: n }),
  ],
  fitTwoParameter: (_, n) =>
    (['work_time', 'power_inverse_time', 'time_power'] as const).flatMap((form) => [
      models.fitTwoParameter(someEfforts(n), form),
      models.fitTwoParameter([], form),
    ]),
  fitThreeParameter: (_, n) => [models.fitThreeParameter(someEfforts(n)), models.fitThreeParameter([])],
  fitWardSmith: (_, n) => [models.fitWardSmith(someEfforts(n))],
  fitOmniPd: (_, n) => [models.fitOmniPd(someEfforts(n))],
  fitExtendedCp: (_, n) => [models.fitExtendedCp(someEfforts(n))],
  fitVeloclinic: (_, n) => [models.fitVeloclinic(someEfforts(n))],
  fitLogDecline: (_, n) => [models.fitLogDecline(someEfforts(n))],
  wBalance: (s, n) => [
    wBalance.wBalance(s, athlete),
    wBalance.wBalance(s, { ...athlete, model: 'integral' }),
    wBalance.wBalance(s, { ...athlete, recovery: 'bartram_2018' }),
    wBalance.wBalance(s, { cp: n, wPrime: n, tau: n, model: 'integral' }),
  ],
  wBalanceAfter: (_, n) => [
    wBalance.wBalanceAfter(n, 300, 60, athlete),
    wBalance.wBalanceAfter(5000, n, 60, athlete),
    wBalance.wBalanceAfter(5000, 100, n, athlete),
  ],
  matches: (s, n) => [wBalance.matches(s, athlete), wBalance.matches(s, athlete, n)],
  ftpFromTest: (_, n) => [thresholds.ftpFromTest('minutes_20', n)],
  estimateFtp: (s, n) => [
    ...curveOf(s).map((curve) =>
      thresholds.estimateFtp(curve, { declaredMaximal: true, current: n, heartRate: n, lthr: n }),
    ),
    thresholds.estimateFtp(stored([n, n, n, n]), { declaredMaximal: true, shape: { wOverCp: n, wOverReserve: n } }),
  ],
  ftpOnDay: (_, n) => [thresholds.ftpOnDay([{ day: 0, ftp: n }], 5), thresholds.ftpOnDay([{ day: 0, ftp: 250 }], n)],
  lthrFromTest: (s, n) => [thresholds.lthrFromTest(s, 0), thresholds.lthrFromTest(s, n)],
  estimateLthr: (s, n) => [thresholds.estimateLthr(s, s, 90), thresholds.estimateLthr(s, s, n)],
  aerobicThreshold: (_, n) => [
    thresholds.aerobicThreshold([{ minutes: n, heartRate: n, output: 1, decouplingPercent: n }]),
  ],
  thresholdFromAlpha1: (_, n) => [
    thresholds.thresholdFromAlpha1(new Array(6).fill({ alpha1: 0.8, intensity: n })),
    thresholds.thresholdFromAlpha1([], n),
  ],
  estimateThresholdSpeed: (s, n) =>
    curveOf(s).map((curve) => thresholds.estimateThresholdSpeed(curve, { declaredMaximal: true, current: n })),
  thresholdChange: (_, n) => [thresholds.thresholdChange(n, 250), thresholds.thresholdChange(250, n)],
  vo2maxAcsm: (_, n) => [vo2max.vo2maxAcsm(n, 70), vo2max.vo2maxAcsm(300, n)],
  vo2maxSitko: (_, n) => [vo2max.vo2maxSitko(n, 70), vo2max.vo2maxSitko(300, n)],
  vo2maxHawleyNoakes: (_, n) => [vo2max.vo2maxHawleyNoakes(n, 70), vo2max.vo2maxHawleyNoakes(300, n)],
  vo2maxStorer: (_, n) => [
    vo2max.vo2maxStorer(n, { kilograms: 70, age: 30, sex: 'male' }),
    vo2max.vo2maxStorer(300, { kilograms: n, age: n, sex: 'female' }),
  ],
  vo2maxUth: (_, n) => [vo2max.vo2maxUth(n, 50), vo2max.vo2maxUth(190, n)],
  vo2maxCooper: (_, n) => [vo2max.vo2maxCooper(n)],
  vo2maxFromMets: (_, n) => [vo2max.vo2maxFromMets(n)],
  kilocaloriesFromWork: (_, n) => [energy.kilocaloriesFromWork(n), energy.kilocaloriesFromWork(100, n)],
  kilocaloriesFromHeartRate: (_, n) => [
    energy.kilocaloriesFromHeartRate(n, 140, { kilograms: 70, age: 30, sex: 'male' }),
    energy.kilocaloriesFromHeartRate(60, n, { kilograms: 70, age: 30, sex: 'female' }),
    energy.kilocaloriesFromHeartRate(60, 140, { kilograms: n, age: n, sex: 'male' }),
  ],
  durability: (s, n) => [
    durability.durability(s),
    durability.durability(s, { afterKilojoules: [n] }),
    durability.durability(s, { cp: n }),
  ],
  rideMetrics: (s, n) =>
    [
      {},
      { ftp: n, wPrime: n, lthr: n, maxHeartRate: n, restHeartRate: n },
      { ftp: 250, wPrime: 20_000, timerSeconds: n },
    ]
      .map((athlete) => ride.rideMetrics(grid(s), athlete))
      .flatMap((all) => [...Object.values(all.power), ...Object.values(all.heartRate), all.decoupling, all.cadence]),
  dataQuality: (s) => [samples.dataQuality(grid(s))],
};

function curveOf(series: Float64Array): curves.MeanMaximalCurve[] {
  const curve = curves.meanMaximal(series);
  return curve.value === null ? [] : [curve.value];
}

/** Functions whose answer is not a metric: plain arithmetic with its own rule, or the sample model itself. */
const others = [
  'aerobicShareAtAltitude',
  'cleanSamples',
  'columnLimits',
  'effortsFromCurve',
  'gridDurations',
  'impliedFtp',
  'maximalEvidence',
  'meanOf',
  'pausesAsZero',
  'powerAt',
  'removePowerSpikes',
  'resample',
  'skibaTau',
  'sumOver',
  'tallyOf',
  'timeToExhaustion',
  'totals',
];

const REASONS = [
  'no_data',
  'too_short',
  'too_few',
  'low_coverage',
  'not_maximal',
  'no_fit',
  'undefined_ratio',
  'cannot_align',
  'bad_input',
];

/** The first number in a result that is not finite, by its path. */
function notFinite(node: unknown, path: string): string | null {
  if (typeof node === 'number') return Number.isFinite(node) ? null : `${path} is ${node}`;
  if (node === null || typeof node !== 'object') return null;
  if (ArrayBuffer.isView(node)) {
    const at = (node as Float64Array).findIndex((reading) => !Number.isFinite(reading));
    return at < 0 ? null : `${path}[${at}] is not finite`;
  }
  for (const [key, child] of Object.entries(node)) {
    const found = notFinite(child, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function check(answers: readonly unknown[]): void {
  for (const answer of answers) {
    expect(notFinite(answer, 'answer')).toBeNull();
    const metric = answer as Metric<unknown>;
    if (metric.value !== null) continue;
    expect(REASONS).toContain((metric as { reason: string }).reason);
    expect((metric as { detail: string }).detail.length).toBeGreaterThan(5);
  }
}

describe('bad input gives a typed refusal or a finite value, never NaN', () => {
  it('the table names every public function', () => {
    const all = Object.values(topics).flatMap((topic) =>
      Object.entries(topic).filter(([, thing]) => typeof thing === 'function'),
    );
    expect([...Object.keys(table), ...others].sort()).toEqual([...new Set(all.map(([name]) => name))].sort());
  });

  it.each(Object.entries(table))('%s', (_, calls) => {
    for (const series of Object.values(badSeries)) check(calls(series, 100));
    for (const number of badNumbers) check(calls(badSeries['one sample'] as Float64Array, number));
    for (const number of badNumbers) check(calls(badSeries['every other NaN'] as Float64Array, number));
  });

  it.each(Object.entries(badSeries))('resampling a clock that is %s refuses or stays small', (_, series) => {
    const gridded = samples.resample(clock(series));
    if (gridded.value !== null) expect(gridded.value.seconds).toBeLessThanOrEqual(1_209_600);
    else expect(REASONS).toContain(gridded.reason);
  });

  it('plain arithmetic throws RangeError', () => {
    for (const number of [Number.NaN, 0, -1]) {
      expect(() => models.powerAt({ kind: 'two_parameter', cp: 250, wPrime: 20_000 }, number)).toThrow(RangeError);
      expect(() => thresholds.impliedFtp(300, number)).toThrow(RangeError);
    }
  });
});

describe('clocks', () => {
  const recording = (hertz: number, seconds: number): samples.Samples => {
    const time = Float64Array.from({ length: hertz * seconds }, (_, i) => i / hertz);
    return { startMs: 0, time, channels: { power: time.map((t) => 200 + 50 * Math.sin(t / 40)) }, pauses: [] };
  };

  it.each([1, 2, 4, 8])('%i Hz gives the same NP and work as 1 Hz', (hertz) => {
    const gridded = samples.resample(recording(hertz, 3600));
    const reference = samples.resample(recording(1, 3600));
    const column = gridded.value?.channels.power as Float64Array;
    const expected = reference.value?.channels.power as Float64Array;
    expect(column).toHaveLength(3600);
    expect(power.normalizedPower(column).value).toBeCloseTo(power.normalizedPower(expected).value as number, 0);
    expect(power.work(column).value).toBeCloseTo(power.work(expected).value as number, -1);
  });

  it('48 hours are an activity, 2·10⁹ s are not', () => {
    expect(samples.resample(recording(1, 172_800)).value?.seconds).toBe(172_800);
    const jump = { ...recording(1, 10), time: Float64Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 2e9]) };
    expect(samples.resample(jump)).toMatchObject({ value: null, reason: 'bad_input' });
  });
});
