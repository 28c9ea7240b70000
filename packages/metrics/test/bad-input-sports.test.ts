import { describe, expect, it } from 'vitest';
import * as alignment from '../src/alignment/index.ts';
import { addDays } from '../src/day/index.ts';
import * as detection from '../src/detection/index.ts';
import * as hrv from '../src/hrv/index.ts';
import * as rowing from '../src/rowing/index.ts';
import * as running from '../src/running/index.ts';
import * as swimming from '../src/swimming/index.ts';
import { type Calls, expectMetric, functionsOf, places } from './bad-values.ts';
import { steady } from './unwrap.ts';

const topics = [alignment, detection, hrv, rowing, running, swimming];
const from = '2026-03-01';
const mornings = (values: Float64Array) =>
  Array.from(values.slice(-60), (value, i) => ({ day: addDays(from, i), value }));

const table: Readonly<Record<string, Calls>> = {
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
  dailyBaseline: (s, n) => {
    const on = addDays(from, 59);
    return [
      hrv.dailyBaseline(mornings(s), { on }),
      hrv.dailyBaseline(mornings(s), { on, days: n, fewestInWeek: n, fewestBefore: n, change: n }),
    ];
  },
};

/** Lookups and plain arithmetic, specified beside their code. */
const others = ['gradeFactor', 'stretchesOf'];
/** Functions whose value is a series in which `NaN` is "no data". */
const series = new Set(['gradeSeries', 'gradedSpeed']);

describe('sports: bad input gives a typed refusal or finite values, never NaN', () => {
  it('the table names every public function', () => {
    expect([...Object.keys(table), ...others].sort()).toEqual(functionsOf(topics));
  });

  it.each(Object.entries(table))('%s', (name, calls) => {
    for (const [bad, number] of places) for (const answer of calls(bad, number)) expectMetric(answer, series.has(name));
  });
});
