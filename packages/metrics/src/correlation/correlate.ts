import { type Day, dayNumber } from '../day/day.ts';
import { type Metric, none, value, type Warning } from '../result/index.ts';
import { refusing } from '../result/refusing.ts';
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

/** A value of one day; null or left out when not known. */
export interface DayValue {
  readonly day: Day;
  readonly value: number | null;
}

export interface DailyCorrelationOptions extends CorrelationOptions {
  /** Days by which b comes after a, −30 to 30. Default 0; 1 asks what a does to the next day's b. */
  readonly lag?: number;
}

/**
 * Correlation of two daily series, paired by calendar day and lag.
 *
 * Days resemble the day before, so they are worth less than as many independent ones: the interval and p use
 * n·(1 − r₁r₂)/(1 + r₁r₂) with the lag-1 autocorrelations r₁, r₂, and `autocorrelated` warns when that halves n.
 *
 * @returns as `correlate`; also `too_few` when the effective number is under 5, `bad_input` for days that do not exist or a
 *   lag that is not whole, −30 to 30. Of several values of a day the last given wins.
 * @source Bartlett 1935; Pyper & Peterman 1998.
 */
export function correlateDays(
  a: readonly DayValue[],
  b: readonly DayValue[],
  options: DailyCorrelationOptions = {},
): Metric<Correlation> {
  return refusing(() => {
    const { lag = 0 } = options;
    if (!(Number.isInteger(lag) && Math.abs(lag) <= 30))
      throw new RangeError(`lag ${lag} must be whole days, -30 to 30`);
    const [first, second] = [byDay(a), byDay(b)];
    const days = [...first.keys()].filter((day) => second.has(day + lag)).sort((x, y) => x - y);
    const pairs = days.map((day): [number, number] => [first.get(day)!, second.get(day + lag)!]);
    const resemblance = autocorrelation(days, pairs, 0) * autocorrelation(days, pairs, 1);
    const share = Math.min(1, (1 - resemblance) / (1 + resemblance));
    return correlationOf(pairs, pairs.length * share, options);
  });
}

function byDay(values: readonly DayValue[]): Map<number, number> {
  const map = new Map<number, number>();
  for (const { day, value } of values) {
    const number = dayNumber(day);
    if (value === null || Number.isNaN(value)) continue;
    if (!Number.isFinite(value)) throw new RangeError(`the value of ${day} is infinite`);
    map.set(number, value);
  }
  return map;
}

/** Lag-1 autocorrelation over the pairs of consecutive days; 0 where there are too few or nothing varies. */
function autocorrelation(days: readonly number[], pairs: readonly [number, number][], side: 0 | 1): number {
  const mean = pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  let [product, squares, count] = [0, 0, 0];
  for (let i = 1; i < days.length; i++) {
    if (days[i]! - days[i - 1]! !== 1) continue;
    product += (pairs[i]![side] - mean) * (pairs[i - 1]![side] - mean);
    count++;
  }
  for (const pair of pairs) squares += (pair[side] - mean) ** 2;
  return count >= 5 && squares > 0 ? Math.max(-0.99, Math.min(0.99, (product / count) * (pairs.length / squares))) : 0;
}

function correlationOf(
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
