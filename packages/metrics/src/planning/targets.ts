import { type ConventionOptions, dailyShare, fitnessConvention } from '../load/convention.ts';
import { finite, type Metric, none } from '../result/metric.ts';
import { refusing } from '../result/refusing.ts';

/** CTL and ATL of an evening, load points; both 0 to 10⁹. */
export interface FitnessState {
  readonly ctl: number;
  readonly atl: number;
}

export interface FormTarget {
  /** The form to show on the last day, points. */
  readonly form: number;
  /** Days from the state to the day of the target, 1 to 365: 1 is tomorrow. */
  readonly days: number;
  readonly convention?: ConventionOptions;
}

/**
 * The load a day, the same every day, that gives a form `days` days after a state.
 *
 * Closed form, since form is linear in the loads: x = (CTL·r^k − ATL·s^k − form)/(r^k − s^k), r = 1 − α of CTL, s = 1 − α
 * of ATL, k = `days` when form is that of the same evening, `days` − 1 when it is that of the evening before.
 *
 * @returns load points a day; a refusal when not even rest reaches the form (`no_fit`, with the form rest gives) or no
 *   load can act before the day (`too_short`).
 *   `bad_input`: a state that is negative or not finite, a form that is not finite, days outside 1…365.
 * @source intervals.icu forum 5788 for one day: gap / (0.133122 − 0.023528).
 */
export function loadForForm(state: FitnessState, target: FormTarget): Metric {
  return refusing(() => {
    const { ctlShare, atlShare, form: lag } = shares(target.convention);
    checkState(state);
    finiteTarget('form', target.form);
    const k = wholeDays(target.days) - (lag === 'previous_day' ? 1 : 0);
    if (k === 0) return none('too_short', 'form of the evening before is already fixed for tomorrow');
    const r = (1 - ctlShare) ** k;
    const s = (1 - atlShare) ** k;
    const atRest = state.ctl * r - state.atl * s;
    const load = (atRest - target.form) / (r - s);
    if (!Number.isFinite(load))
      return none('undefined_ratio', 'CTL and ATL have the same time constant: no load moves form');
    if (load < 0) return none('no_fit', `even rest gives form ${atRest.toFixed(1)}, not ${target.form}`);
    return finite(load, `constant load over ${k} days`);
  });
}

export interface RampTarget {
  /** Largest rise of CTL over the days, points. 5 to 8 in 7 days is the usual caution. */
  readonly ramp: number;
  /** Default 7. */
  readonly days?: number;
  readonly convention?: ConventionOptions;
}

/**
 * The largest constant daily load that keeps the rise of CTL within a limit: CTL + ramp/(1 − (1 − α)^days).
 * @returns load points a day; a refusal when the limit asks for a steeper fall than rest gives (`no_fit`).
 *   `bad_input`: a CTL that is negative or not finite, a ramp that is not finite, days outside 1…365.
 */
export function loadForRamp(ctl: number, target: RampTarget): Metric {
  return refusing(() => {
    const { ctlShare } = shares(target.convention);
    checkState({ ctl, atl: 0 });
    finiteTarget('ramp', target.ramp);
    const days = wholeDays(target.days ?? 7);
    const gained = 1 - (1 - ctlShare) ** days;
    const load = ctl + target.ramp / gained;
    if (load < 0) return none('no_fit', `rest lowers CTL by ${(ctl * gained).toFixed(1)} in ${days} days at most`);
    return finite(load, `constant load over ${days} days`);
  });
}

/** α of CTL and ATL, and whose evening form is. @throws RangeError as `fitnessConvention`. */
export function shares(options?: ConventionOptions): { ctlShare: number; atlShare: number; form: string } {
  const { recursion, ctlDays, atlDays, form } = fitnessConvention(options);
  return {
    ctlShare: dailyShare(ctlDays, recursion),
    atlShare: dailyShare(atlDays, recursion),
    form,
  };
}

/** @throws RangeError unless both values are 0 to 10⁹. */
export function checkState(state: FitnessState): void {
  for (const name of ['ctl', 'atl'] as const)
    if (!(state[name] >= 0 && state[name] <= 1e9)) throw new RangeError(`${name} ${state[name]} must be 0 to 1e9`);
}

/** @throws RangeError unless `days` is whole, 1 to 365. */
export function wholeDays(days: number): number {
  if (Number.isInteger(days) && days >= 1 && days <= 365) return days;
  throw new RangeError(`days ${days} must be a whole number, 1 to 365`);
}

/** @throws RangeError unless the target is a number of −10⁹ to 10⁹. */
export function finiteTarget(name: string, target: number): void {
  if (!(Math.abs(target) <= 1e9)) throw new RangeError(`${name} ${target} must be a number of points, for example 5`);
}
