import type { MeanMaximalCurve } from '../curves/index.ts';
import { allFinite, type Metric, none, type Warning } from '../result/index.ts';
import { leastSquares, tQuantile } from './least-squares.ts';
import { type PowerDurationModel, powerAt } from './models.ts';

/** One maximal effort. */
export interface Effort {
  readonly seconds: number;
  readonly watts: number;
}

/** A parameter with its 95 % interval; the interval is null when the points do not determine it. */
export interface Parameter {
  readonly value: number;
  readonly standardError: number | null;
  readonly interval: readonly [low: number, high: number] | null;
}

export interface PowerDurationFit<M extends PowerDurationModel = PowerDurationModel> {
  readonly model: M;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The efforts the fit kept, and those the envelope dropped as not maximal. */
  readonly used: readonly Effort[];
  readonly dropped: readonly Effort[];
  /** Residual standard error, W; null without a degree of freedom. */
  readonly standardError: number | null;
  readonly rSquared: number;
}

/** What a fit needs beside the points: names, first guesses and limits of the free parameters. */
export interface ModelShape<M extends PowerDurationModel> {
  readonly names: readonly string[];
  readonly starts: readonly (readonly number[])[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly build: (parameters: readonly number[]) => M;
}

export interface CurveFitOptions {
  /** Drop efforts more than 3 % below the curve and fit again, until none is (default true): best efforts of daily
   *  training are not all maximal. False for dedicated tests. */
  readonly envelope?: boolean;
}

/** The sound efforts, sorted by duration, or a sentence on what is wrong with them. */
export function checkEfforts(efforts: readonly Effort[], needed: number): readonly Effort[] | string {
  for (const { seconds, watts } of efforts)
    if (!(seconds > 0 && watts > 0 && Number.isFinite(seconds) && Number.isFinite(watts)))
      return `efforts need seconds and watts above 0, got ${seconds} s at ${watts} W`;
  const distinct = new Set(efforts.map((effort) => effort.seconds)).size;
  if (distinct < needed) return `needs efforts of ${needed} different durations, has ${distinct}`;
  return [...efforts].sort((a, b) => a.seconds - b.seconds);
}

/** Least squares in watts over the efforts, repeated on the upper envelope. */
export function fitShape<M extends PowerDurationModel>(
  efforts: readonly Effort[],
  shape: ModelShape<M>,
  options: CurveFitOptions,
  method: string,
): Metric<PowerDurationFit<M>> {
  const needed = shape.names.length;
  const sorted = checkEfforts(efforts, needed);
  if (typeof sorted === 'string') return none(sorted.startsWith('needs') ? 'too_few' : 'bad_input', sorted);
  let used = sorted;
  for (;;) {
    const fit = solveShape(used, shape);
    if (!fit.parameters.every(Number.isFinite)) return none('no_fit', `${method} did not converge`);
    const model = shape.build(fit.parameters);
    const kept = used.filter(({ seconds, watts }) => watts >= 0.97 * powerAt(model, seconds));
    const enough = new Set(kept.map((effort) => effort.seconds)).size > needed;
    if (options.envelope !== false && kept.length < used.length && enough) {
      used = kept;
      continue;
    }
    const dropped = sorted.filter((effort) => !used.includes(effort));
    const { statistics, warnings } = describe(used, shape, fit.parameters, fit.sse, fit.errors);
    return allFinite({ model, used, dropped, ...statistics }, method, null, warnings);
  }
}

function solveShape<M extends PowerDurationModel>(efforts: readonly Effort[], shape: ModelShape<M>) {
  const problem = {
    x: efforts.map((effort) => effort.seconds),
    y: efforts.map((effort) => effort.watts),
    predict: (parameters: readonly number[], seconds: number) => powerAt(shape.build(parameters), seconds),
    low: shape.low,
    high: shape.high,
  };
  let best = leastSquares({ ...problem, start: shape.starts[0] as readonly number[] });
  for (const start of shape.starts.slice(1)) {
    const other = leastSquares({ ...problem, start });
    if (other.sse < best.sse) best = other;
  }
  return best;
}

function describe<M extends PowerDurationModel>(
  used: readonly Effort[],
  shape: ModelShape<M>,
  found: readonly number[],
  sse: number,
  errors: readonly number[] | null,
) {
  const freedom = used.length - found.length;
  const parameters: Record<string, Parameter> = {};
  const warnings: Warning[] = [];
  shape.names.forEach((name, k) => {
    const at = found[k] as number;
    parameters[name] = parameterOf(at, errors?.[k] ?? null, freedom);
    const [low, high] = [shape.low[k] as number, shape.high[k] as number];
    if (at <= low + 1e-9 * Math.abs(low) || at >= high - 1e-9 * Math.abs(high))
      warnings.push({
        code: 'at_limit',
        detail: `${name} ${at} is at the limit of what is believed: the points do not fix it`,
      });
  });
  if (freedom <= 0)
    warnings.push({
      code: 'no_freedom',
      detail: `${used.length} points for ${found.length} parameters: no error estimate`,
    });
  const mean = used.reduce((sum, effort) => sum + effort.watts, 0) / used.length;
  const total = used.reduce((sum, effort) => sum + (effort.watts - mean) ** 2, 0);
  const statistics = {
    parameters,
    standardError: freedom > 0 ? Math.sqrt(sse / freedom) : null,
    rSquared: total === 0 ? 1 : 1 - sse / total,
  };
  return { statistics, warnings };
}

/** A parameter and its 95 % interval from a standard error. */
export function parameterOf(at: number, standardError: number | null, freedom: number): Parameter {
  if (standardError === null || freedom <= 0) return { value: at, standardError: null, interval: null };
  const reach = tQuantile(freedom) * standardError;
  return { value: at, standardError, interval: [at - reach, at + reach] };
}

/**
 * Efforts for a fit from a mean-maximal curve: the points from `from` to `to` seconds, thinned to durations at least
 * 10 % apart so that long stretches of one effort do not outvote the rest. Default 120–1200 s, the range of the
 * two-parameter model. @source engineering choice
 */
export function effortsFromCurve(curve: MeanMaximalCurve, from = 120, to = 1200): readonly Effort[] {
  const efforts: Effort[] = [];
  let next = from;
  for (let k = 0; k < curve.durations.length; k++) {
    const seconds = curve.durations[k] as number;
    if (seconds < next || seconds > to) continue;
    const watts = curve.values[k] as number;
    if (!(watts > 0)) continue;
    efforts.push({ seconds, watts });
    next = seconds * 1.1;
  }
  return efforts;
}
