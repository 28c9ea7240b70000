import { describe, expect, it } from 'vitest';
import * as correlation from '../src/correlation/index.ts';
import * as day from '../src/day/index.ts';
import * as response from '../src/impulse-response/index.ts';
import * as load from '../src/load/index.ts';
import * as loadChanges from '../src/load-changes/index.ts';
import * as planning from '../src/planning/index.ts';
import * as readiness from '../src/readiness/index.ts';
import * as similarity from '../src/similarity/index.ts';
import * as statistics from '../src/statistics/index.ts';
import * as workload from '../src/workload/index.ts';
import { type Calls, expectMetric, functionsOf, notFinite, places } from './bad-values.ts';

const topics = [correlation, day, load, loadChanges, planning, readiness, response, similarity, statistics, workload];
const from = '2026-03-01';

const daily = (values: Float64Array): load.DailyLoads => ({ from, values: values.slice(0, 3650), incomplete: [] });
const known = (values: Float64Array): load.DailyLoads => daily(values.map((v) => (v >= 0 && v < 1e6 ? v : 0)));
const mornings = (values: Float64Array) =>
  Array.from(values.slice(-60), (value, i) => ({ day: day.addDays(from, i), value }));

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
  readiness: (_, n) => [
    readiness.readiness({ form: n, hrv: { rolling: n, low: 4 } }),
    readiness.readiness({ form: -50 }, { form: n }),
  ],
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
  'mondayOf',
  'fitnessConvention',
  'fitnessOn',
  'formBand',
  'formPercent',
  'studentQuantile',
  'studentTail',
];

describe('training over time: bad input gives a typed refusal or finite values, never NaN', () => {
  it('the tables name every public function', () => {
    expect([...Object.keys(table), ...Object.keys(throwing), ...others].sort()).toEqual(functionsOf(topics));
  });

  it.each(Object.entries(table))('%s', (_, calls) => {
    for (const [series, number] of places) for (const answer of calls(series, number)) expectMetric(answer);
  });

  it.each(Object.entries(throwing))('%s', (_, calls) => {
    for (const [series, number] of places) {
      let answers: readonly unknown[] = [];
      try {
        answers = calls(series, number);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect((error as Error).message).toMatch(/\w.{5}/);
      }
      for (const answer of answers) expect(notFinite(answer, 'answer', false)).toBeNull();
    }
  });
});
