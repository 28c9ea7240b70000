import { type Day, dayNumber } from '../day/day.ts';
import type { DailyLoads } from '../load/daily-loads.ts';
import { type Metric, none, value, type Warning } from '../result/metric.ts';
import { refusing } from '../result/refusing.ts';
import { confidenceOf, type Interval } from './confidence.ts';
import { decayingSum, type ImpulseResponse, impulsesOf, type ResponseOptions } from './model.ts';
import { type Point, searchMinimum } from './search.ts';

/** A measured performance, e.g. best 5-min power. */
export interface PerformanceTest {
  readonly day: Day;
  readonly performance: number;
}

export interface ResponseFit {
  readonly parameters: ImpulseResponse;
  /** 95 % interval of each parameter, from the curvature at the minimum; null where the tests do not determine it. */
  readonly intervals: Readonly<Record<keyof ImpulseResponse, Interval | null>>;
  /** Sum of squared errors, performance squared. */
  readonly sse: number;
  /** Share of the variance of the tests that the model explains. */
  readonly r2: number;
  /** The same, corrected for five parameters. */
  readonly r2Adjusted: number;
  readonly tests: number;
}

export type FitOptions = Pick<ResponseOptions, 'sameDay'>;

const FEWEST = 6;
const LONGEST_TAU = 200;
const SMALLEST_RATIO = 1.1;

/**
 * Parameters of the impulse–response model that fit performance tests best (least squares).
 *
 * For any pair of time constants the other three parameters follow in closed form, so only (τ₁, τ₂) is searched: a grid,
 * then Nelder–Mead from its best points. Bounds: 1 ≤ τ₂, 1.1·τ₂ ≤ τ₁ ≤ 200 days, k₁, k₂ ≥ 0.
 *
 * Five parameters on a handful of tests fit almost anything: look at the intervals before believing one.
 *
 * @returns refusals: `too_few` under 6 tests on different days, `no_data` when nothing was trained before the tests,
 *   `undefined_ratio` when all tests are equal, `no_fit` when performance does not rise with training, `bad_input` for a
 *   test outside the loads or not finite, and loads below 0 or infinite. Warnings: `at_bound`, `few_tests` (under 10),
 *   `unknown_load`.
 * @source variable projection, Golub & Pereyra 1973; benchmark of Clarke & Skiba 2013 (SSE 20.2546, R² .9792).
 */
export function fitImpulseResponse(
  loads: DailyLoads,
  tests: readonly PerformanceTest[],
  options: FitOptions = {},
): Metric<ResponseFit> {
  return refusing(() => {
    const impulses = impulsesOf(loads);
    const at = testDays(loads, tests);
    const measured = tests.map((test) => test.performance);
    if (new Set(at).size < FEWEST)
      return none('too_few', `${new Set(at).size} days with a test; five parameters need at least ${FEWEST}`);
    const mean = measured.reduce((sum, p) => sum + p, 0) / measured.length;
    const total = measured.reduce((sum, p) => sum + (p - mean) ** 2, 0);
    if (total <= 1e-18 * mean * mean) return none('undefined_ratio', 'all tests have the same result');
    const last = Math.max(...at);
    if (!impulses.subarray(0, last + 1).some((load) => load > 0))
      return none('no_data', 'no load before the last test');
    const sums = (tau: number) => {
      const all = decayingSum(impulses, tau, options.sameDay);
      return at.map((i) => all[i]!);
    };
    const best = searchMinimum(
      (taus) => linearPart(sums(taus.tau1), sums(taus.tau2), measured).sse,
      startGrid(),
      inBounds,
    );
    const { p0, k1, k2, sse } = linearPart(sums(best.tau1), sums(best.tau2), measured);
    const parameters = { p0, k1, k2, ...best };
    if (k1 === 0) return none('no_fit', 'performance does not rise with training in these tests');
    const n = measured.length;
    return value(
      {
        parameters,
        intervals: confidenceOf(parameters, (p) => predictions(p, sums), sse, n),
        sse,
        r2: 1 - sse / total,
        r2Adjusted: 1 - sse / (n - 5) / (total / (n - 1)),
        tests: n,
      },
      'Banister, least squares, variable projection',
      null,
      warningsOf(parameters, n, loads),
    );
  });
}

function testDays(loads: DailyLoads, tests: readonly PerformanceTest[]): number[] {
  const first = dayNumber(loads.from);
  return tests.map(({ day, performance }) => {
    const i = dayNumber(day) - first;
    if (i < 0 || i >= loads.values.length) throw new RangeError(`the test of ${day} lies outside the loads`);
    if (!Number.isFinite(performance)) throw new RangeError(`the test of ${day} must be a finite number`);
    return i;
  });
}

/** p0, k1 ≥ 0 and k2 ≥ 0 with the least squared error for given sums, and that error. */
function linearPart(fitness: readonly number[], fatigue: readonly number[], measured: readonly number[]) {
  const n = measured.length;
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / n;
  const [f0, g0, y0] = [mean(fitness), mean(fatigue), mean(measured)];
  let [ff, gg, fg, fy, gy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [f, g, y] = [fitness[i]! - f0, fatigue[i]! - g0, measured[i]! - y0];
    ff += f * f;
    gg += g * g;
    fg += f * g;
    fy += f * y;
    gy += g * y;
  }
  const determinant = ff * gg - fg * fg;
  const both = { k1: (fy * gg - gy * fg) / determinant, k2: (fy * fg - gy * ff) / determinant };
  const onlyFitness = { k1: ff > 0 ? Math.max(0, fy / ff) : 0, k2: 0 };
  const onlyFatigue = { k1: 0, k2: gg > 0 ? Math.max(0, -gy / gg) : 0 };
  const sseOf = ({ k1, k2 }: { k1: number; k2: number }) =>
    measured.reduce((sum, y, i) => sum + (y - y0 - k1 * (fitness[i]! - f0) + k2 * (fatigue[i]! - g0)) ** 2, 0);
  const usable = determinant > 1e-14 * ff * gg && both.k1 >= 0 && both.k2 >= 0;
  const weights = usable ? both : sseOf(onlyFitness) <= sseOf(onlyFatigue) ? onlyFitness : onlyFatigue;
  return { ...weights, p0: y0 - weights.k1 * f0 + weights.k2 * g0, sse: sseOf(weights) };
}

function predictions(p: ImpulseResponse, sums: (tau: number) => number[]): number[] {
  const fatigue = sums(p.tau2);
  return sums(p.tau1).map((fitness, i) => p.p0 + p.k1 * fitness - p.k2 * fatigue[i]!);
}

function startGrid(): Point[] {
  const grid: Point[] = [];
  for (const tau2 of [1.5, 3, 5, 8, 12, 18, 27, 40, 60])
    for (const ratio of [1.15, 1.4, 1.9, 2.8, 4.5, 8, 16]) grid.push({ tau1: tau2 * ratio, tau2 });
  return grid.filter(inBounds);
}

function inBounds({ tau1, tau2 }: Point): boolean {
  return tau2 >= 1 && tau1 >= SMALLEST_RATIO * tau2 && tau1 <= LONGEST_TAU;
}

function warningsOf(parameters: ImpulseResponse, tests: number, loads: DailyLoads): Warning[] {
  const { k2, tau1, tau2 } = parameters;
  const warnings: Warning[] = [];
  if (k2 === 0 || tau1 > 0.99 * LONGEST_TAU || tau2 < 1.01 || tau1 < 1.01 * SMALLEST_RATIO * tau2)
    warnings.push({
      code: 'at_bound',
      detail: 'A parameter sits at its bound: the tests do not separate the two components.',
    });
  if (tests < 10) warnings.push({ code: 'few_tests', detail: `${tests} tests for 5 parameters.` });
  if (loads.incomplete.length > 0)
    warnings.push({
      code: 'unknown_load',
      detail: `${loads.incomplete.length} days have sessions without a known load.`,
    });
  return warnings;
}
