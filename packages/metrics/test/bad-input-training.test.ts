import { describe, expect, it } from 'vitest';
import * as alignment from '../src/alignment/index.ts';
import * as correlation from '../src/correlation/index.ts';
import * as day from '../src/day/index.ts';
import * as detection from '../src/detection/index.ts';
import * as hrv from '../src/hrv/index.ts';
import * as response from '../src/impulse-response/index.ts';
import * as load from '../src/load/index.ts';
import * as loadChanges from '../src/load-changes/index.ts';
import * as planning from '../src/planning/index.ts';
import * as readiness from '../src/readiness/index.ts';
import * as rowing from '../src/rowing/index.ts';
import * as running from '../src/running/index.ts';
import * as similarity from '../src/similarity/index.ts';
import * as statistics from '../src/statistics/index.ts';
import * as swimming from '../src/swimming/index.ts';
import * as workload from '../src/workload/index.ts';
import { random, steady } from './unwrap.ts';

const topics = {
  alignment,
  correlation,
  day,
  detection,
  hrv,
  load,
  loadChanges,
  planning,
  readiness,
  response,
  rowing,
  running,
  similarity,
  statistics,
  swimming,
  workload,
};
const next = random(2);
const oddities = [
  Number.NaN,
  -500,
  0,
  1e308,
  -1e308,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  3e-320,
  250,
  0.5,
];

/** Series that a file, a sensor or a caller can produce. */
const badSeries: Readonly<Record<string, Float64Array>> = {
  empty: new Float64Array(0),
  'all NaN': new Float64Array(2000).fill(Number.NaN),
  'one sample': Float64Array.of(200),
  'one NaN': Float64Array.of(Number.NaN),
  negative: new Float64Array(2000).fill(-100),
  infinite: Float64Array.from([...steady(200, 900), Number.POSITIVE_INFINITY, ...steady(200, 900)]),
  'minus infinite': Float64Array.from([...steady(200, 900), Number.NEGATIVE_INFINITY, ...steady(200, 900)]),
  huge: new Float64Array(2000).fill(1e308),
  tiny: new Float64Array(2000).fill(5e-324),
  'every other NaN': Float64Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? 200 : Number.NaN)),
  wild: Float64Array.from({ length: 2000 }, () => oddities[Math.floor(next() * oddities.length)] as number),
  zeros: new Float64Array(2000),
  'a jump of 2·10⁹': Float64Array.of(0, 1, 2, 2e9),
  '48 hours': Float64Array.from({ length: 172_800 }, (_, i) => i + next()),
};
const badNumbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0, 0.5, 1e308, 5e-324, 2e9];
const from = '2026-03-01';

const daily = (values: Float64Array): load.DailyLoads => ({ from, values: values.slice(0, 3650), incomplete: [] });
const known = (values: Float64Array): load.DailyLoads => daily(values.map((v) => (v >= 0 && v < 1e6 ? v : 0)));
const mornings = (values: Float64Array) =>
  Array.from(values.slice(-60), (value, i) => ({ day: day.addDays(from, i), value }));

type Calls = (series: Float64Array, number: number) => readonly unknown[];

/** What judges data: bad series and bad numbers in each place give a refusal or finite values. */
const table: Readonly<Record<string, Calls>> = {
  monotony: (s, n) => [workload.monotony(daily(s)), workload.monotony(known(s), { days: n })],
  workloadRatio: (s) => [
    workload.workloadRatio(daily(s)),
    workload.workloadRatio(known(s), { variant: 'ewma' }),
    workload.workloadRatio(daily(s), { variant: 'uncoupled' }),
  ],
  loadForForm: (_, n) => [
    planning.loadForForm({ ctl: n, atl: 50 }, { form: 5, days: 7 }),
    planning.loadForForm({ ctl: 50, atl: n }, { form: 5, days: 7 }),
    planning.loadForForm({ ctl: 50, atl: 50 }, { form: n, days: 7 }),
    planning.loadForForm({ ctl: 50, atl: 50 }, { form: 5, days: n }),
    planning.loadForForm({ ctl: 50, atl: 50 }, { form: 5, days: 7, convention: { ctlDays: n } }),
  ],
  loadForRamp: (_, n) => [
    planning.loadForRamp(n, { ramp: 5 }),
    planning.loadForRamp(50, { ramp: n }),
    planning.loadForRamp(50, { ramp: 5, days: n }),
  ],
  taper: (s, n) => {
    const request = { state: { ctl: 80, atl: 90 }, today: from, raceDay: '2026-03-20', targetForm: 15, planned: 85 };
    return [
      planning.taper({ ...request, planned: [...s.slice(0, 18)] }),
      planning.taper({ ...request, planned: n }),
      planning.taper({ ...request, targetForm: n }),
      planning.taper({ ...request, state: { ctl: n, atl: n } }),
      planning.taper({ ...request, deepest: n }),
      planning.taper({ ...request, days: n, longest: n }),
    ];
  },
  impulseResponse: (s, n) => {
    const parameters = { p0: 200, k1: 0.2, k2: 0.3, tau1: 40, tau2: 10 };
    return [
      response.impulseResponse(daily(s), parameters),
      ...(['p0', 'k1', 'k2', 'tau1', 'tau2'] as const).map((name) =>
        response.impulseResponse(known(s), { ...parameters, [name]: n }),
      ),
    ];
  },
  influenceDays: (_, n) => [
    response.influenceDays({ k1: n, k2: 2, tau1: 40, tau2: 10 }),
    response.influenceDays({ k1: 1, k2: n, tau1: 40, tau2: 10 }),
    response.influenceDays({ k1: 1, k2: 2, tau1: n, tau2: 10 }),
    response.influenceDays({ k1: 1, k2: 2, tau1: 40, tau2: n }),
  ],
  fitImpulseResponse: (s, n) => {
    const tests = [5, 10, 20, 30, 40, 50, 60].map((i) => ({
      day: day.addDays(from, i),
      performance: 250 + i + (i % 3),
    }));
    return [
      response.fitImpulseResponse({ ...daily(s), values: s.slice(0, 90) }, tests),
      response.fitImpulseResponse(
        { ...known(s), values: known(s).values.slice(0, 90) },
        tests.map((test, i) => (i === 3 ? { ...test, performance: n } : test)),
      ),
    ];
  },
  variableDoseResponse: (s, n) => [
    response.variableDoseResponse(daily(s), { p0: 200, k1: 0.2, k3: 0.001, tau1: 40, tau2: 10, tau3: 5 }),
    response.variableDoseResponse(known(s), { p0: n, k1: n, k3: n, tau1: 40, tau2: 10, tau3: n }),
  ],
  minettiCost: (_, n) => [running.minettiCost(n), running.minettiCost(n, 'walk')],
  gradeSeries: (s, n) => [
    running.gradeSeries(s, s),
    running.gradeSeries(
      s,
      s.map((_, i) => i * 3),
    ),
    running.gradeSeries(s, s, { window: n }),
  ],
  gradedSpeed: (s) => [running.gradedSpeed(s, s), running.gradedSpeed(s, s, 'minetti')],
  normalizedGradedSpeed: (s) => [running.normalizedGradedSpeed(s)],
  runStressScore: (_, n) => [
    running.runStressScore({ normalizedSpeed: n, thresholdSpeed: 4, seconds: 3600 }),
    running.runStressScore({ normalizedSpeed: 4, thresholdSpeed: n, seconds: 3600 }),
    running.runStressScore({ normalizedSpeed: 4, thresholdSpeed: 4, seconds: n }),
  ],
  runningPower: (_, n) => [
    running.runningPower(n, 0, { mass: 70, height: 1.8 }),
    running.runningPower(3, n, { mass: 70, height: 1.8 }),
    running.runningPower(3, 0, { mass: n, height: 1.8 }),
    running.runningPower(3, 0, { mass: 70, height: n }),
  ],
  govss: (s, n) => [
    running.govss({ speed: s, grade: s, runner: { mass: 70, height: 1.8 }, thresholdPower: 300 }),
    running.govss({ speed: steady(3, 60), grade: steady(0, 60), runner: { mass: n, height: n }, thresholdPower: n }),
  ],
  riegelTime: (_, n) => [
    running.riegelTime({ distance: n, seconds: 1200 }, 10_000),
    running.riegelTime({ distance: 5000, seconds: n }, 10_000),
    running.riegelTime({ distance: 5000, seconds: 1200 }, n),
    running.riegelTime({ distance: 5000, seconds: 1200 }, 10_000, n),
  ],
  riegelExponent: (_, n) => [
    running.riegelExponent([
      { distance: n, seconds: 1200 },
      { distance: 5000, seconds: n },
    ]),
  ],
  vdot: (_, n) => [running.vdot({ distance: n, seconds: 1200 }), running.vdot({ distance: 5000, seconds: n })],
  vdotTime: (_, n) => [running.vdotTime(n, 5000), running.vdotTime(50, n)],
  trainingSpeeds: (_, n) => [running.trainingSpeeds(n)],
  criticalSpeed: (_, n) => [
    running.criticalSpeed([
      { distance: n, seconds: 200 },
      { distance: 2000, seconds: 400 },
    ]),
    running.criticalSpeed([
      { distance: 1000, seconds: n },
      { distance: 2000, seconds: 400 },
      { distance: 2000, seconds: n },
    ]),
  ],
  runningIndex: (_, n) => [
    running.runningIndex({ distance: n, seconds: 3000, heartRate: 150, maxHeartRate: 190 }),
    running.runningIndex({ distance: 10_000, seconds: n, heartRate: 150, maxHeartRate: 190 }),
    running.runningIndex({ distance: 10_000, seconds: 3000, heartRate: n, maxHeartRate: 190 }),
    running.runningIndex({ distance: 10_000, seconds: 3000, heartRate: 150, maxHeartRate: n }),
  ],
  criticalSwimSpeed: (_, n) => [
    swimming.criticalSwimSpeed({ distance: n, seconds: 360 }, { distance: 200, seconds: 170 }),
    swimming.criticalSwimSpeed({ distance: 400, seconds: n }, { distance: 200, seconds: n }),
  ],
  swimStressScore: (_, n) => [
    swimming.swimStressScore({ distance: n, movingSeconds: 3600, thresholdSpeed: 1 }),
    swimming.swimStressScore({ distance: 1500, movingSeconds: n, thresholdSpeed: n }),
    swimming.swimStressScore({
      distance: 1500,
      movingSeconds: 1500,
      thresholdSpeed: 1,
      hours: 'total',
      totalSeconds: n,
    }),
  ],
  swimScore: (s, n) => [
    swimming.swimScore({ speed: s, mass: 70, thresholdSpeed: 1 }),
    swimming.swimScore({ speed: steady(1, 60), mass: n, thresholdSpeed: 1 }),
    swimming.swimScore({ speed: steady(1, 60), mass: 70, thresholdSpeed: n }),
  ],
  strokesOf: (s, n) => [
    swimming.strokesOf(
      Array.from(s.slice(0, 50), (seconds) => ({ seconds, strokes: seconds })),
      { pool: 25 },
    ),
    swimming.strokesOf([{ seconds: 30, strokes: 20 }], { pool: n }),
    swimming.strokesOf([{ seconds: 30, strokes: 20 }], { pool: 25, pushOff: n }),
  ],
  swolf: (_, n) => [swimming.swolf(n, 20), swimming.swolf(30, n)],
  rowingPower: (_, n) => [rowing.rowingPower(n)],
  rowingPace: (_, n) => [rowing.rowingPace(n)],
  hrv: (s, n) => [hrv.hrv(s), hrv.hrv(s, { rule: 'none' }), hrv.hrv(s, { rule: 'global' }), hrv.hrv(s, { limit: n })],
  hrvSpectrum: (s) => [hrv.hrvSpectrum(s.slice(0, 5000)), hrv.hrvSpectrum(s.slice(0, 5000), { rule: 'none' })],
  dfaAlpha1: (s) => [hrv.dfaAlpha1(s.slice(0, 5000)), hrv.dfaAlpha1(s.slice(0, 5000), { rule: 'none' })],
  dfaAlpha1Series: (s, n) => [
    hrv.dfaAlpha1Series(s.slice(0, 5000)),
    hrv.dfaAlpha1Series(steady(800, 300), { window: n, step: n }),
  ],
  dailyBaseline: (s, n) => {
    const on = day.addDays(from, 59);
    return [
      hrv.dailyBaseline(mornings(s), { on }),
      hrv.dailyBaseline(mornings(s), { on, days: n, fewestInWeek: n, fewestBefore: n, change: n }),
    ];
  },
  readiness: (_, n) => [
    readiness.readiness({ form: n, hrv: { rolling: n, low: 4 } }),
    readiness.readiness({ form: -50 }, { form: n }),
  ],
  elevationGain: (s, n) => [
    detection.elevationGain(s),
    detection.elevationGain(s, { smoothing: n }),
    detection.elevationGain(s, { hysteresis: n }),
  ],
  movingTime: (s, n) => [
    detection.movingTime({ speed: s, power: s, cadence: s }),
    detection.movingTime({ speed: s }, { speed: n, debounce: n }),
  ],
  surges: (s, n) => [detection.surges(s, 250), detection.surges(s, n)],
  climbs: (s, n) => [
    detection.climbs(s, s),
    detection.climbs(
      s,
      s.map((_, i) => 8 * i),
    ),
    detection.climbs(
      s.map((_, i) => i),
      s,
    ),
    detection.climbs(
      s,
      s.map((_, i) => 8 * i),
      { minLength: n, minGrade: n, lostShare: n },
    ),
  ],
  detectIntervals: (s, n) => [
    detection.detectIntervals(s),
    detection.detectIntervals(s, { threshold: n }),
    detection.detectIntervals(s, { smoothing: n, longestDip: n, shortest: n }),
  ],
  alignWorkout: (s, n) => {
    const step = (seconds: number, watts: number) => ({ seconds, target: { low: 0.95 * watts, high: 1.05 * watts } });
    const steps = [step(600, 150), step(240, 280), step(180, 130), step(240, 280)];
    return [
      alignment.alignWorkout({ steps, effort: s }),
      alignment.alignWorkout({ steps: [...steps, step(n, 200)], effort: steady(200, 2000) }),
      alignment.alignWorkout({ steps: [...steps, step(60, n)], effort: steady(200, 2000) }),
      alignment.alignWorkout({ steps, effort: steady(200, 2000), laps: [{ from: 0, to: n }] }),
    ];
  },
  similarSessions: (_, n) => {
    const session = { id: 'a', sport: 'Ride', seconds: 3600, load: 60 };
    return [
      similarity.similarSessions({ ...session, load: n }, [{ ...session, id: 'b' }], { least: 0 }),
      similarity.similarSessions(session, [{ ...session, id: 'b', seconds: n }], { least: 0 }),
      similarity.similarSessions(session, [{ ...session, id: 'b' }], { least: n, most: n }),
      similarity.similarSessions(session, [{ ...session, id: 'b' }], { weights: { load: n } }),
    ];
  },
  correlate: (s, n) => {
    const line = Array.from(s.slice(0, 500), (_, i) => i);
    const values = Array.from(s.slice(0, 500));
    return [
      correlation.correlate(values, line),
      correlation.correlate(values, values, { method: 'spearman' }),
      correlation.correlate(line, line, { confidence: n }),
    ];
  },
  correlateDays: (s, n) => [
    correlation.correlateDays(mornings(s), mornings(s)),
    correlation.correlateDays(mornings(s), mornings(s.map((_, i) => i)), { lag: n }),
  ],
};

/** What computes over what it is given: bad arguments throw a RangeError, good ones give finite values. */
const throwing: Readonly<Record<string, Calls>> = {
  dailyLoads: (s) => [
    load.dailyLoads(Array.from(s.slice(0, 300), (value, i) => ({ day: day.addDays(from, i), load: value })))?.from,
  ],
  fitnessSeries: (s, n) => [
    load.fitnessSeries(daily(s)),
    load.fitnessSeries(known(s), { ctlDays: n, atlDays: n }),
    load.fitnessSeries(known(s), { seed: { ctl: n, atl: n } }),
    load.fitnessSeries(known(s), { seed: { meanOfDays: n } }),
  ],
  fitnessWithChanges: (s, n) => [
    loadChanges.fitnessWithChanges(known(s), [{ day: day.addDays(from, 3), ctl: n, atlDays: n }]),
    loadChanges.fitnessWithChanges(daily(s), [{ day: from, ctl: 5 }]),
  ],
  rampRate: (s, n) => [workload.rampRate(load.fitnessSeries(known(s)), n)],
  projectedLoads: (_, n) => [
    planning.projectedLoads([{ day: from, load: n }], [{ day: '2026-03-09', load: n }], { today: '2026-03-05' })?.from,
  ],
  changedLoads: (s, n) => [
    planning.changedLoads(known(s), [{ day: from, load: n }]),
    planning.changedLoads(known(s), [{ day: from, delta: n }]),
  ],
  saturatedLoads: (s, n) => [
    response.saturatedLoads(known(s), { kappa: 100, gamma: 2, delta: n }),
    response.saturatedLoads(daily(s), { kappa: 1, gamma: 1, delta: 1 }).from,
  ],
  toDay: (_, n) => [day.toDay(n)],
  addDays: (_, n) => [day.addDays(from, n)],
};

/** Lookups and plain arithmetic, specified beside their code. */
const others = [
  'dayNumber',
  'daysBetween',
  'fitnessConvention',
  'fitnessOn',
  'formBand',
  'formPercent',
  'gradeFactor',
  'stretchesOf',
  'studentQuantile',
  'studentTail',
];
/** Functions whose value is a series in which `NaN` is "no data". */
const series = new Set(['gradeSeries', 'gradedSpeed']);

function notFinite(node: unknown, path: string, holes: boolean): string | null {
  if (typeof node === 'number') return Number.isFinite(node) ? null : `${path} is ${node}`;
  if (node === null || typeof node !== 'object') return null;
  if (ArrayBuffer.isView(node)) {
    const bad = (v: number) => !(Number.isFinite(v) || (holes && Number.isNaN(v)));
    const at = (node as Float64Array).findIndex(bad);
    return at < 0 ? null : `${path}[${at}] is ${(node as Float64Array)[at]}`;
  }
  for (const [key, child] of Object.entries(node)) {
    const found = notFinite(child, `${path}.${key}`, holes);
    if (found !== null) return found;
  }
  return null;
}

const places = [
  ...Object.values(badSeries).map((s) => [s, 5] as const),
  ...badNumbers.map((n) => [badSeries['every other NaN']!, n] as const),
];

describe('bad input gives a typed refusal or finite values, never NaN', () => {
  it('the tables name every public function', () => {
    const all = Object.values(topics).flatMap((topic) =>
      Object.entries(topic).filter(([, thing]) => typeof thing === 'function'),
    );
    const named = [...Object.keys(table), ...Object.keys(throwing), ...others];
    expect(named.sort()).toEqual([...new Set(all.map(([name]) => name))].sort());
  });

  it.each(Object.entries(table))('%s', (name, calls) => {
    for (const [s, n] of places)
      for (const answer of calls(s, n)) {
        expect(notFinite(answer, 'answer', series.has(name))).toBeNull();
        const metric = answer as { value: unknown; reason?: string; detail?: string };
        if (metric.value === null)
          expect(metric).toMatchObject({
            reason: expect.stringMatching(/^[a-z_]+$/),
            detail: expect.stringMatching(/\w.{5}/),
          });
        else expect(metric).toMatchObject({ method: expect.stringMatching(/\w/), warnings: expect.any(Array) });
      }
  });

  it.each(Object.entries(throwing))('%s', (_, calls) => {
    for (const [s, n] of places) {
      let answers: readonly unknown[] = [];
      try {
        answers = calls(s, n);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect((error as Error).message).toMatch(/\w.{5}/);
      }
      for (const answer of answers) expect(notFinite(answer, 'answer', false)).toBeNull();
    }
  });
});
