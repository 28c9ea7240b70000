import type { DailyLoads } from '../load/daily-loads.ts';
import { type Metric, none, value } from '../result/metric.ts';
import { refusing } from '../result/refusing.ts';
import { decayingSum, impulsesOf, type ResponseOptions, type ResponseSeries } from './model.ts';

/** Shape of a load that saturates: κ·w^γ/(δ^γ + w^γ). */
export interface Saturation {
  /** The load it approaches, load points. */
  readonly kappa: number;
  /** Steepness, no unit. */
  readonly gamma: number;
  /** The load at half of κ, load points. */
  readonly delta: number;
}

/**
 * Loads of which more and more counts less and less: w′ = κ·w^γ/(δ^γ + w^γ), to feed to `impulseResponse`. 0 stays 0 and
 * unknown stays unknown.
 * @throws RangeError when κ, γ or δ is not a finite number above 0, or a load is below 0 or infinite.
 * @source Hill function as in Clarke & Skiba 2013, supplemental workbook.
 */
export function saturatedLoads(loads: DailyLoads, { kappa, gamma, delta }: Saturation): DailyLoads {
  for (const [name, part] of Object.entries({ kappa, gamma, delta }))
    if (!(part > 0 && part < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} ${part} must be a finite number above 0`);
  impulsesOf(loads);
  // (w/δ)^γ keeps the powers near 1: w^γ itself overflows for large loads.
  const values = loads.values.map((load) => (Number.isNaN(load) ? load : kappa / (1 + (delta / load) ** gamma)));
  return { ...loads, values };
}

/** Parameters of the variable dose–response model. */
export interface VariableDoseResponse {
  readonly p0: number;
  readonly k1: number;
  /** Growth of fatigue's weight with recent training, performance per load point squared. */
  readonly k3: number;
  readonly tau1: number;
  readonly tau2: number;
  /** Time constant of the memory that makes training more tiring, days. */
  readonly tau3: number;
}

/**
 * Performance when training is the more tiring the more of it came before:
 * p(t) = p₀ + k₁·Σ w(s)e^(−(t−s)/τ₁) − Σ k₂(s)·w(s)e^(−(t−s)/τ₂), k₂(s) = k₃·Σ_{u≤s} w(u)e^(−(s−u)/τ₃).
 *
 * @returns a `bad_input` refusal as `impulseResponse`.
 * @source Busso 2003, Med Sci Sports Exerc 35:1188.
 */
export function variableDoseResponse(
  loads: DailyLoads,
  parameters: VariableDoseResponse,
  options: ResponseOptions = {},
): Metric<ResponseSeries> {
  return refusing(() => {
    const { p0, k1, k3, tau1, tau2, tau3 } = parameters;
    for (const [name, part] of Object.entries({ p0, k1, k3 }))
      if (!Number.isFinite(part)) throw new RangeError(`${name} ${part} must be a finite number`);
    for (const [name, tau] of Object.entries({ tau1, tau2, tau3 }))
      if (!(tau > 0 && tau <= 1000)) throw new RangeError(`${name} ${tau} must be above 0 and at most 1000 days`);
    const impulses = impulsesOf(loads, options.until);
    const memory = decayingSum(impulses, tau3, 'include');
    const fitness = decayingSum(impulses, tau1, options.sameDay).map((sum) => k1 * sum);
    const tiring = impulses.map((load, i) => k3 * memory[i]! * load);
    const fatigue = decayingSum(tiring, tau2, options.sameDay);
    const performance = fitness.map((gain, i) => p0 + gain - fatigue[i]!);
    if (!performance.every(Number.isFinite)) return none('bad_input', 'the loads are too large to add up');
    return value({ from: loads.from, performance, fitness, fatigue }, 'Busso, variable dose');
  });
}
