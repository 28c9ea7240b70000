import { type Metric, none, value, type Warning } from '../result/index.ts';
import { studentQuantile, studentTail } from '../statistics/student.ts';

/** Pairs fewer than this say nothing: with 14, only |r| > 0.53 is distinguishable from none. */
export const FEWEST_PAIRS = 14;

export interface CorrelationOptions {
  /** `pearson` for straight lines (default), `spearman` for any steady rise or fall. */
  readonly method?: 'pearson' | 'spearman';
  /** Of the interval, above 0.5 and under 1. Default 0.95. */
  readonly confidence?: number;
}

export interface Correlation {
  /** −1 to 1. */
  readonly r: number;
  /** Pairs with both values. */
  readonly n: number;
  /** Pairs that count after allowing for days that resemble the day before; n when the pairs are not a series. */
  readonly effectiveN: number;
  readonly interval: { readonly low: number; readonly high: number };
  /** Two-sided probability of an r at least as large where there is no relation. */
  readonly p: number;
  /** Share of the variance of one that the other explains: r². */
  readonly explained: number;
  /** Change of b per unit of a (least squares); null for `spearman` or where it overflows. */
  readonly slope: number | null;
}

/**
 * Correlation of two variables with its confidence interval; correlation is not cause, and of twenty tried one is
 * "significant" by chance.
 *
 * r with the interval tanh(atanh r ± z/√(n − 3)) (Fisher), p from Student's t. Pairs in which either value is missing
 * (`null`, `NaN`) are left out.
 *
 * @returns `too_few` under 14 pairs, `undefined_ratio` when one side does not vary, `bad_input` for lists of different
 *   lengths, infinite values or a confidence out of range. Warns `crosses_zero` when the interval includes none.
 * @source Fisher 1915; Bonett & Wright 2000 for the variance under ranks.
 */
export function correlate(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  options: CorrelationOptions = {},
): Metric<Correlation> {
  if (a.length !== b.length) return none('bad_input', `the lists have ${a.length} and ${b.length} values`);
  const pairs: [number, number][] = [];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? Number.NaN, b[i] ?? Number.NaN];
    if (Math.abs(x) === Number.POSITIVE_INFINITY || Math.abs(y) === Number.POSITIVE_INFINITY)
      return none('bad_input', `value ${i + 1} is infinite`);
    if (!Number.isNaN(x) && !Number.isNaN(y)) pairs.push([x, y]);
  }
  return correlationOf(pairs, pairs.length, options);
}

/** The correlation of complete pairs that are worth `effectiveN` independent ones. */
export function correlationOf(
  pairs: readonly [number, number][],
  effectiveN: number,
  options: CorrelationOptions,
): Metric<Correlation> {
  const { method = 'pearson', confidence = 0.95 } = options;
  if (method !== 'pearson' && method !== 'spearman')
    return none('bad_input', `method "${method}" is not pearson or spearman`);
  if (!(confidence > 0.5 && confidence < 1))
    return none('bad_input', `confidence ${confidence} must be above 0.5 and under 1`);
  const n = pairs.length;
  if (n < FEWEST_PAIRS) return none('too_few', `${n} pairs; a correlation needs ${FEWEST_PAIRS}`);
  if (effectiveN < 5)
    return none('too_few', `${n} days that resemble each other are worth ${effectiveN.toFixed(1)}; 5 are needed`);
  const ranked = method === 'spearman';
  const [x, y] = [pairs.map((pair) => pair[0]), pairs.map((pair) => pair[1])];
  const fit = ranked ? lineOf(ranksOf(x), ranksOf(y)) : lineOf(x, y);
  if (fit === null) return none('undefined_ratio', 'one of the two does not vary');
  const { r } = fit;
  const spread = Math.sqrt((ranked ? 1 + (r * r) / 2 : 1) / (effectiveN - 3));
  const half = studentQuantile(confidence, 1e9) * spread;
  const at = Math.atanh(Math.max(-0.9999999, Math.min(0.9999999, r)));
  const interval = { low: Math.tanh(at - half), high: Math.tanh(at + half) };
  const t = Math.abs(r) < 1 ? Math.abs(r) * Math.sqrt((effectiveN - 2) / (1 - r * r)) : Number.POSITIVE_INFINITY;
  const correlation = {
    r,
    n,
    effectiveN,
    interval,
    p: studentTail(t, effectiveN - 2),
    explained: r * r,
    slope: ranked ? null : fit.slope,
  };
  return value(correlation, `${method}, ${+(100 * confidence).toFixed(3)} % interval`, null, warningsOf(correlation));
}

function warningsOf({ interval, n, effectiveN }: Correlation): Warning[] {
  const warnings: Warning[] = [];
  if (interval.low <= 0 && interval.high >= 0)
    warnings.push({ code: 'crosses_zero', detail: 'The interval includes 0: no relation is shown.' });
  if (effectiveN < 0.5 * n)
    warnings.push({
      code: 'autocorrelated',
      detail: `${n} days are worth about ${effectiveN.toFixed(0)} independent ones.`,
    });
  return warnings;
}

function lineOf(x: readonly number[], y: readonly number[]): { r: number; slope: number | null } | null {
  const n = x.length;
  const [sx, sy] = [scaleOf(x), scaleOf(y)];
  const [x0, y0] = [x.reduce((sum, v) => sum + v / sx, 0) / n, y.reduce((sum, v) => sum + v / sy, 0) / n];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! / sx - x0, y[i]! / sy - y0];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (!(xx > 1e-24 && yy > 1e-24)) return null;
  const slope = (xy / xx) * (sy / sx);
  return { r: Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))), slope: Number.isFinite(slope) ? slope : null };
}

/** Largest magnitude: dividing by it keeps squares of huge and tiny values inside the range of a number. */
function scaleOf(values: readonly number[]): number {
  return values.reduce((largest, v) => Math.max(largest, Math.abs(v)), 0) || 1;
}

/** Ranks from 1, equal values sharing the mean of theirs. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((v, i) => [v, i] as const).sort((a, b) => a[0] - b[0]);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]![0] === order[from]![0]) to++;
    for (let i = from; i < to; i++) ranks[order[i]![1]] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
