import { type Day, dayNumber } from '../day/day.ts';
import { checkedLoad, type DailyLoads, span } from '../load/daily-loads.ts';
import { type Metric, none, value } from '../result/metric.ts';
import { refusing } from '../result/refusing.ts';

/** Parameters of the two-component impulse–response model. */
export interface ImpulseResponse {
  /** Performance without training, in the unit of the performance. */
  readonly p0: number;
  /** Performance per load point of fitness. */
  readonly k1: number;
  /** Performance per load point of fatigue. */
  readonly k2: number;
  /** Time constant of fitness, days. */
  readonly tau1: number;
  /** Time constant of fatigue, days. */
  readonly tau2: number;
}

/**
 * Time constants and weights to start from where there are no tests to fit: k in performance per load point is only
 * meaningful together with a performance; use these for the shape of the curve.
 * @source `busso` Busso 2003; `goldencheetah` its defaults; `population` Banister's values as commonly quoted.
 */
export const IMPULSE_RESPONSE_PRESETS = {
  population: { k1: 1, k2: 2, tau1: 42, tau2: 7 },
  busso: { k1: 1, k2: 2, tau1: 45, tau2: 15 },
  goldencheetah: { k1: 0.2, k2: 0.2, tau1: 50, tau2: 11 },
} as const satisfies Record<string, Omit<ImpulseResponse, 'p0'>>;

export interface ResponseOptions {
  /** Last day of the answer; days after the last load are rest. Default: the last day of the loads. */
  readonly until?: Day;
  /** `include` (default): the load of a day acts on that day, as in the published workbook; `exclude`: from the next day. */
  readonly sameDay?: 'include' | 'exclude';
}

/** Performance of consecutive days with its two components, each in the unit of the performance. */
export interface ResponseSeries {
  readonly from: Day;
  readonly performance: Float64Array;
  /** k₁·Σ w(s)·e^(−(t−s)/τ₁) */
  readonly fitness: Float64Array;
  /** k₂·Σ w(s)·e^(−(t−s)/τ₂) */
  readonly fatigue: Float64Array;
}

/**
 * Performance that the impulse–response model predicts from daily loads:
 * p(t) = p₀ + k₁·Σ w(s)·e^(−(t−s)/τ₁) − k₂·Σ w(s)·e^(−(t−s)/τ₂), by the recursion S ← S·e^(−1/τ) + w, one pass.
 *
 * A day with unknown load counts as 0. Both sums start from 0 on the evening before the first day.
 *
 * @returns a `bad_input` refusal for a load below 0 or infinite, parameters that are not finite, τ not above 0, k below 0,
 *   or an `until` before the first day.
 * @source Banister 1975; Morton, Fitz-Clarke & Banister 1990, J Appl Physiol 69:1171; Clarke & Skiba 2013.
 */
export function impulseResponse(
  loads: DailyLoads,
  parameters: ImpulseResponse,
  options: ResponseOptions = {},
): Metric<ResponseSeries> {
  return refusing(() => {
    const { p0, k1, k2, tau1, tau2 } = checkedParameters(parameters);
    const impulses = impulsesOf(loads, options.until);
    const fitness = decayingSum(impulses, tau1, options.sameDay).map((sum) => k1 * sum);
    const fatigue = decayingSum(impulses, tau2, options.sameDay).map((sum) => k2 * sum);
    const performance = fitness.map((gain, i) => p0 + gain - fatigue[i]!);
    if (!performance.every(Number.isFinite)) return none('bad_input', 'the loads are too large to add up');
    return value({ from: loads.from, performance, fitness, fatigue }, 'Banister, two components');
  });
}

/** Loads of consecutive days to `until`, unknown ones as 0. @throws RangeError for a load below 0 or infinite. */
export function impulsesOf(loads: DailyLoads, until?: Day): Float64Array {
  const first = dayNumber(loads.from);
  const days = span(first, until === undefined ? first + loads.values.length - 1 : dayNumber(until));
  return new Float64Array(days).map((_, i) => {
    const load = loads.values[i] ?? 0;
    return Number.isNaN(load) ? 0 : checkedLoad(load, first + i);
  });
}

/** Σ w(s)·e^(−(t−s)/τ) of each day t, over s ≤ t (`include`) or s < t (`exclude`). */
export function decayingSum(impulses: Float64Array, tau: number, sameDay: ResponseOptions['sameDay']): Float64Array {
  const keep = Math.exp(-1 / tau);
  const sums = new Float64Array(impulses.length);
  let sum = 0;
  for (let i = 0; i < impulses.length; i++) {
    sum *= keep;
    if (sameDay === 'exclude') sums[i] = sum;
    sum += impulses[i]!;
    if (sameDay !== 'exclude') sums[i] = sum;
  }
  return sums;
}

function checkedParameters(parameters: ImpulseResponse): ImpulseResponse {
  const { p0, k1, k2, tau1, tau2 } = parameters;
  if (!Number.isFinite(p0)) throw new RangeError(`p0 ${p0} must be a finite number`);
  for (const [name, k] of Object.entries({ k1, k2 }))
    if (!(k >= 0 && k < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} ${k} must be a finite number from 0 up`);
  for (const [name, tau] of Object.entries({ tau1, tau2 }))
    if (!(tau > 0 && tau <= 1000)) throw new RangeError(`${name} ${tau} must be above 0 and at most 1000 days`);
  return parameters;
}

/** Days before a race at which a load acts on it in a certain way. */
export interface InfluenceDays {
  /** Training later than this many days before the race lowers the performance of the race; 0 when it never does. */
  readonly tn: number;
  /** Training this many days before the race helps it most. */
  readonly tg: number;
}

/**
 * When training before a race hurts and when it helps most:
 * t_n = τ₁τ₂/(τ₁−τ₂)·ln(k₂/k₁), t_g = τ₁τ₂/(τ₁−τ₂)·ln(k₂τ₁/(k₁τ₂)), days.
 *
 * @returns days before the race; `undefined_ratio` when τ₁ ≤ τ₂ or a k is 0: there is no such day then. A negative
 *   result of the formula (fatigue never outweighs fitness) is 0.
 * @source Fitz-Clarke, Morton & Banister 1991, J Appl Physiol 71:1151.
 */
export function influenceDays(parameters: Omit<ImpulseResponse, 'p0'>): Metric<InfluenceDays> {
  return refusing(() => {
    const { k1, k2, tau1, tau2 } = checkedParameters({ ...parameters, p0: 0 });
    if (tau1 <= tau2 || k1 === 0 || k2 === 0)
      return none('undefined_ratio', 'fatigue must fade faster than fitness and both must act');
    const scale = (tau1 * tau2) / (tau1 - tau2);
    const tn = Math.max(0, scale * Math.log(k2 / k1));
    const tg = Math.max(0, scale * Math.log((k2 * tau1) / (k1 * tau2)));
    if (!Number.isFinite(tg)) return none('undefined_ratio', 'the two components are too unlike to compare');
    return value({ tn, tg }, 'Fitz-Clarke influence curve');
  });
}
