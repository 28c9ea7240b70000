import type { MeanMaximalCurve } from '../curves/index.ts';
import { allFinite, type Metric, none, type Warning } from '../result/index.ts';
import { type Confidence, type EffortContext, maximalEvidence } from './evidence.ts';

/** W′/CP and W′/(Pmax − CP), seconds: the shape of the athlete's curve. */
export interface CurveShape {
  readonly wOverCp: number;
  readonly wOverReserve: number;
}

/** GoldenCheetah's average athlete: CP 261 W, W′ 15.5 kJ, Pmax 1100 W. @source GoldenCheetah OpenData */
export const AVERAGE_SHAPE: CurveShape = { wOverCp: 59.4, wOverReserve: 18.5 };

/**
 * FTP that an all-out effort implies, W: P / (1 + 59.4/(t + 18.5)). 20 min × 0.954, 8 min × 0.894, 5 min × 0.843,
 * 3 min × 0.770: the folk rules in one formula. Give the athlete's own W′/CP and W′/(Pmax − CP) when known.
 * Plain arithmetic for 180–1800 s; see `estimateFtp` for the checks.
 * @throws RangeError unless both are finite, `watts` ≥ 0 and `seconds` > 0
 * @source the critical-power hyperbola with a finite maximum, solved for CP
 */
export function impliedFtp(watts: number, seconds: number, shape: CurveShape = AVERAGE_SHAPE): number {
  if (!(watts >= 0 && seconds > 0 && Number.isFinite(watts + seconds)))
    throw new RangeError(`watts must be 0 or more and seconds above 0, got ${watts} and ${seconds}`);
  return watts / (1 + shape.wOverCp / (seconds + shape.wOverReserve));
}

export interface FtpEstimate {
  /** W */
  readonly ftp: number;
  readonly effort: { readonly seconds: number; readonly watts: number; readonly start: number };
  /** Why the effort counts as maximal. */
  readonly reasons: readonly string[];
  readonly confidence: Confidence;
  /** FTP implied at 3, 5, 8, 12, 20 and 30 min where the curve has them. */
  readonly implied: readonly { readonly seconds: number; readonly ftp: number }[];
}

export interface FtpOptions extends EffortContext {
  readonly shape?: CurveShape;
  /** Shortest effort that may speak, s; default 180, at least 60. */
  readonly minSeconds?: number;
}

/**
 * eFTP from a mean-maximal power curve, W: the largest FTP implied by an effort of 180–1800 s, with the effort, the
 * reasons to believe it and a confidence (`high`: two reasons and another duration agrees within 5 %; `medium`: two
 * reasons or one and agreement; else `low`).
 *
 * Power alone cannot tell an hour all-out from an hour of easy riding, so it refuses `not_maximal` when nothing in the
 * context speaks for a maximal effort, or something speaks against it and only it. Refuses `too_short` when the curve
 * does not reach `minSeconds`, `bad_input` for a shape that is not above 0.
 * @source open equivalent of intervals.icu eFTP
 */
export function estimateFtp(curve: MeanMaximalCurve, options: FtpOptions = {}): Metric<FtpEstimate> {
  const shape = options.shape ?? AVERAGE_SHAPE;
  const minSeconds = Math.max(60, options.minSeconds ?? 180);
  if (!(shape.wOverCp > 0 && shape.wOverReserve >= 0))
    return none('bad_input', 'wOverCp must be above 0, wOverReserve 0 or more');
  let best: { seconds: number; watts: number; start: number; ftp: number } | null = null;
  const implied: { seconds: number; ftp: number }[] = [];
  for (let k = 0; k < curve.durations.length; k++) {
    const seconds = curve.durations[k] as number;
    if (seconds < minSeconds || seconds > 1800) continue;
    const watts = curve.values[k] as number;
    if (!(watts >= 0 && Number.isFinite(watts))) continue;
    const ftp = impliedFtp(watts, seconds, shape);
    if ([180, 300, 480, 720, 1200, 1800].includes(seconds)) implied.push({ seconds, ftp });
    if (ftp > (best?.ftp ?? 0)) best = { seconds, watts, start: curve.starts[k] as number, ftp };
  }
  if (best === null) return none('too_short', `the curve has no effort of ${minSeconds}–1800 s above 0 W`);
  const { ftp, seconds, watts, start } = best;
  const { reasons, against } = maximalEvidence({ seconds, output: watts, implied: ftp }, options);
  const effort = `${seconds} s at ${watts.toFixed(0)} W (FTP at least ${ftp.toFixed(0)} W)`;
  if (reasons.length === 0)
    return none(
      'not_maximal',
      `nothing shows that ${effort} was maximal${against.length > 0 ? `: ${against.join(', ')}` : ''}`,
    );
  if (against.length >= reasons.length)
    return none('not_maximal', `${effort} does not look maximal: ${against.join(', ')}`);
  const agrees = implied.some((other) => Math.abs(Math.log(other.seconds / seconds)) > 0.35 && other.ftp >= 0.95 * ftp);
  const confidence: Confidence =
    reasons.length >= 2 && agrees ? 'high' : reasons.length >= 2 || agrees ? 'medium' : 'low';
  const warnings: Warning[] = against.map((detail) => ({ code: 'contrary_evidence', detail }));
  if (seconds < 300)
    warnings.push({ code: 'short_effort', detail: `from ${seconds} s: depends on W′ more than on endurance` });
  const method = `eFTP, P / (1 + ${shape.wOverCp}/(t + ${shape.wOverReserve}))`;
  return allFinite({ ftp, effort: { seconds, watts, start }, reasons, confidence, implied }, method, null, warnings);
}

/** An estimate with the day (any integer day number) it was made on. */
export interface DatedEstimate {
  readonly day: number;
  readonly ftp: number;
}

/**
 * FTP on a day from dated estimates, W: a higher estimate counts at once, an old one holds for 42 days, then falls by
 * 0.5 % a week to at least 85 %. intervals.icu's own decay is not published; this one is ours, flagged `decayed`.
 * Estimates after `day` are left out. Refuses `no_data` without one, `bad_input` for non-finite numbers.
 * @source engineering choice
 */
export function ftpOnDay(estimates: readonly DatedEstimate[], day: number): Metric {
  let best = 0;
  let age = 0;
  for (const estimate of estimates) {
    if (!(estimate.ftp > 0 && Number.isFinite(estimate.ftp) && Number.isFinite(estimate.day)))
      return none('bad_input', 'estimates need a finite day and an FTP above 0');
    if (estimate.day > day) continue;
    const days = day - estimate.day;
    const left = estimate.ftp * Math.max(0.85, 0.995 ** Math.max(0, (days - 42) / 7));
    if (left > best) {
      best = left;
      age = days;
    }
  }
  if (best === 0) return none('no_data', 'there is no estimate on or before that day');
  const warnings: Warning[] =
    age > 42 ? [{ code: 'decayed', detail: `the estimate behind it is ${age} days old` }] : [];
  return allFinite(best, 'best estimate, −0.5 % a week after 42 days', null, warnings);
}
