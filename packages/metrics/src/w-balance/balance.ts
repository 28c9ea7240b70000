import { allFinite, type Metric, needPositive, none, value, type Warning } from '../result/index.ts';
import type { Series } from '../samples/index.ts';

/** How W′ comes back. */
export interface WBalanceOptions {
  /** Critical power, W; FTP stands in for it on intervals.icu. */
  readonly cp: number;
  /** W′, J. */
  readonly wPrime: number;
  /** `differential` (default; Froncioni, Clarke, Skiba 2015) or `integral` (Skiba 2012). */
  readonly model?: 'differential' | 'integral';
  /**
   * Integral: τ in seconds, default 546·e^(−0.01·D) + 316 with D = CP − mean power below CP (zeros count).
   */
  readonly tau?: number;
  /** Differential below CP: `skiba_2015` (default) or `bartram_2018`, τ = 2287.2·(CP − P)^−0.688 of elite riders. */
  readonly recovery?: 'skiba_2015' | 'bartram_2018';
}

export interface WBalance {
  /** W′ left after each second, J. Negative means that CP or W′ is too low; it is never clamped. */
  readonly balance: Float64Array;
  readonly minimum: number;
  /** Second of the minimum, the earliest of equals. */
  readonly minimumAt: number;
  readonly end: number;
  /** Largest share of W′ spent, %: 100·(W′ − minimum)/W′. */
  readonly usedPercent: number;
  /** Seconds with more than 75 %, 50–75 %, 25–50 % and at most 25 % of W′ left. */
  readonly quarters: readonly [number, number, number, number];
  /** Time constant of the integral model, s; null for the differential one. */
  readonly tau: number | null;
}

/**
 * τ of Skiba 2012, s: 546·e^(−0.01·D) + 316, D = CP − mean power below CP, W. @source Skiba 2012, MSSE 44:1526
 */
export function skibaTau(difference: number): number {
  return 546 * Math.exp(-0.01 * difference) + 316;
}

/**
 * W′ balance at 1 Hz, J.
 *
 * Differential: above CP W′ −= P − CP; below W′ += (CP − P)·(W′₀ − W′)/W′₀. Integral: W′₀ − Σ(P − CP)⁺·e^(−(t−u)/τ), in
 * O(n) by S ← S·e^(−1/τ) + (P − CP)⁺. A missing second counts as 0 W, that is as recovery (intervals.icu applies the
 * power after the hole to the whole hole). Warns `negative` below −5 % of W′: CP or W′ is too low.
 * Refuses `no_data`, `bad_input` (cp, wPrime or tau not above 0, infinite power). O(n), one output copy.
 * @source Skiba 2012, MSSE 44:1526; Skiba 2015, Eur J Appl Physiol 115:703; Bartram 2018, IJSPP 13:724
 */
export function wBalance(power: Series, options: WBalanceOptions): Metric<WBalance> {
  const { cp, wPrime } = options;
  const refusal = needPositive({ cp, wPrime, tau: options.tau ?? 1 });
  if (refusal !== null) return refusal;
  const integral = options.model === 'integral';
  const below = meanBelow(power, cp);
  if (below.count === 0) return none('no_data', 'the activity has no power');
  const tau = integral ? (options.tau ?? skibaTau(cp - below.mean)) : null;
  const balance = new Float64Array(power.length);
  if (tau !== null) integrate(power, cp, wPrime, tau, balance);
  else differentiate(power, cp, wPrime, options.recovery === 'bartram_2018', balance);

  const quarters: [number, number, number, number] = [0, 0, 0, 0];
  let minimum = Number.POSITIVE_INFINITY;
  let minimumAt = 0;
  for (let i = 0; i < balance.length; i++) {
    const left = balance[i] as number;
    if (left < minimum) {
      minimum = left;
      minimumAt = i;
    }
    quarters[left > 0.75 * wPrime ? 0 : left > 0.5 * wPrime ? 1 : left > 0.25 * wPrime ? 2 : 3]++;
  }
  const end = balance[balance.length - 1] as number;
  const usedPercent = (100 * (wPrime - minimum)) / wPrime;
  if (!Number.isFinite(usedPercent) || !Number.isFinite(end))
    return none('bad_input', 'W′ balance is not finite for this power');
  const detail = `W′ falls to ${Math.round(minimum)} J: CP ${cp} W or W′ ${wPrime} J is too low`;
  const warnings: Warning[] = minimum < -0.05 * wPrime ? [{ code: 'negative', detail }] : [];
  const method = tau === null ? `differential, ${options.recovery ?? 'skiba_2015'}` : 'integral, Skiba 2012';
  return value(
    { balance, minimum, minimumAt, end, usedPercent, quarters, tau },
    method,
    below.count / power.length,
    warnings,
  );
}

function meanBelow(power: Series, cp: number): { readonly mean: number; readonly count: number } {
  let sum = 0;
  let below = 0;
  let count = 0;
  for (let i = 0; i < power.length; i++) {
    const watts = power[i] as number;
    if (!Number.isNaN(watts)) count++;
    if (watts >= cp) continue;
    below++;
    if (watts > 0) sum += watts;
  }
  return { mean: below === 0 ? 0 : sum / below, count };
}

function integrate(power: Series, cp: number, wPrime: number, tau: number, out: Float64Array): void {
  const keep = Math.exp(-1 / tau);
  let spent = 0;
  for (let i = 0; i < power.length; i++) {
    const above = (power[i] as number) - cp;
    spent *= keep;
    if (above > 0) spent += above;
    out[i] = wPrime - spent;
  }
}

function differentiate(power: Series, cp: number, wPrime: number, bartram: boolean, out: Float64Array): void {
  let left = wPrime;
  for (let i = 0; i < power.length; i++) {
    const watts = power[i] as number;
    const above = Number.isNaN(watts) ? -cp : watts - cp;
    if (above > 0) left -= above;
    else if (bartram) left = wPrime - (wPrime - left) * Math.exp(-((-above) ** 0.688) / 2287.2);
    else left -= (above * (wPrime - left)) / wPrime;
    out[i] = left;
  }
}

/**
 * W′ after `seconds` at one power, J: the exact solution of the differential model, for steps longer than 1 s where
 * Euler's step overshoots. Above CP W′ − (P − CP)·t; below W′₀ − (W′₀ − W′)·e^(−(CP−P)t/W′₀).
 * Refuses `bad_input` unless cp and wPrime are above 0 and the others finite, seconds ≥ 0.
 * @source Skiba 2015, Eur J Appl Physiol 115:703
 */
export function wBalanceAfter(
  left: number,
  watts: number,
  seconds: number,
  athlete: { readonly cp: number; readonly wPrime: number },
): Metric {
  const { cp, wPrime } = athlete;
  const refusal = needPositive({ cp, wPrime });
  if (refusal !== null) return refusal;
  if (!(seconds >= 0 && Number.isFinite(seconds + left + watts)))
    return none('bad_input', 'left, watts and seconds must be finite');
  if (watts > cp) return allFinite(left - (watts - cp) * seconds, 'differential, exact step');
  return allFinite(wPrime - (wPrime - left) * Math.exp(-((cp - watts) * seconds) / wPrime), 'differential, exact step');
}
