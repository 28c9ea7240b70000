import { addDays, type Day, dayNumber, daysBetween } from '../day/day.ts';
import type { ConventionOptions } from '../load/convention.ts';
import { checkedLoad } from '../load/daily-loads.ts';
import { type Metric, none, value } from '../result/metric.ts';
import { refusing } from '../result/refusing.ts';
import { checkState, type FitnessState, finiteTarget, shares, wholeDays } from './targets.ts';

export interface TaperRequest {
  readonly convention?: ConventionOptions;
  /** CTL and ATL on the evening of `today`. */
  readonly state: FitnessState;
  readonly today: Day;
  readonly raceDay: Day;
  /** Form on the morning of the race: CTL − ATL of the evening before, whatever the platform shows as form that day. */
  readonly targetForm: number;
  /** Load of each day from tomorrow to the day before the race without a taper, or one number for all of them. */
  readonly planned: number | readonly number[];
  /** `step`: the full reduction at once; `linear` (default): growing evenly; `exponential`: fast first, then flat. */
  readonly shape?: 'step' | 'linear' | 'exponential';
  /** Length in days. Default: the shortest that reaches the form. */
  readonly days?: number;
  /** Longest taper to consider, days. Default 21. */
  readonly longest?: number;
  /** Largest reduction of a day's load, 0–1. Default 0.6. */
  readonly deepest?: number;
}

export interface Taper {
  /** First day of the taper; the day of the race when none is needed. */
  readonly starts: Day;
  readonly days: number;
  /** Reduction on the last day of the taper, 0–1. */
  readonly reduction: number;
  readonly loads: readonly { readonly day: Day; readonly load: number }[];
  /** On the morning of the race. */
  readonly race: FitnessState & { readonly form: number };
  /** The same morning if the plan were followed unchanged. */
  readonly untapered: FitnessState & { readonly form: number };
}

/**
 * The taper that reaches a form on the morning of a race.
 *
 * A taper of n days multiplies the planned load of its i-th day by 1 − c·w(i), w the shape rising to 1. Form is linear
 * in c, so c is solved exactly; n is the one asked for or the shortest for which c stays within `deepest`. The defaults
 * (up to three weeks, up to 60 % less) frame what the meta-analysis found effective: about two weeks, 41 to 60 % less
 * volume.
 *
 * @returns a refusal (`no_fit`) with the best reachable form when no taper within the limits reaches it.
 *   `bad_input`: a race that is not 2 to 365 days after today, planned loads that do not cover each day between, a negative
 *   or infinite load or state, limits out of range.
 * @source Bosquet 2007, Med Sci Sports Exerc 39:1358 (lengths and depths); the model is that of `fitnessSeries`.
 */
export function taper(request: TaperRequest): Metric<Taper> {
  return refusing(() => {
    const planned = checkedPlan(request);
    if (!['step', 'linear', 'exponential'].includes(request.shape ?? 'linear'))
      throw new RangeError(`shape "${request.shape}" is not one of step, linear, exponential`);
    const deepest = request.deepest ?? 0.6;
    if (!(deepest > 0 && deepest <= 1))
      throw new RangeError(`deepest ${deepest} must be above 0 and at most 1, for example 0.6`);
    const untapered = morning(request, planned);
    if (untapered.form >= request.targetForm && request.days === undefined)
      return value(taperOf(request, planned, 0, 0), 'no taper needed');
    const longest = Math.min(wholeDays(request.days ?? request.longest ?? 21), planned.length);
    let best = untapered.form;
    for (let days = request.days === undefined ? 1 : longest; days <= longest; days++) {
      const deep = morning(request, reduced(planned, days, deepest, request.shape)).form;
      best = Math.max(best, deep);
      const reduction = (deepest * (request.targetForm - untapered.form)) / (deep - untapered.form);
      if (reduction >= 0 && reduction <= deepest)
        return value(taperOf(request, planned, days, reduction), `${request.shape ?? 'linear'} taper`);
    }
    const limits = `${longest} days and ${Math.round(100 * deepest)} % less load`;
    return none(
      'no_fit',
      `form ${request.targetForm} is out of reach; ${limits} allow ${untapered.form.toFixed(1)} to ${best.toFixed(1)}`,
    );
  });
}

function checkedPlan(request: TaperRequest): number[] {
  checkState(request.state);
  finiteTarget('targetForm', request.targetForm);
  const count = wholeDays(daysBetween(request.today, request.raceDay)) - 1;
  if (count === 0) throw new RangeError('raceDay must be at least 2 days after today');
  const planned =
    typeof request.planned === 'number' ? new Array<number>(count).fill(request.planned) : request.planned;
  if (planned.length !== count)
    throw new RangeError(`planned has ${planned.length} loads; it needs ${count}, tomorrow to the day before the race`);
  return planned.map((load, i) => checkedLoad(load, dayNumber(request.today) + 1 + i));
}

function reduced(planned: readonly number[], days: number, reduction: number, shape: TaperRequest['shape']): number[] {
  const start = planned.length - days;
  return planned.map((load, i) => (i < start ? load : load * (1 - reduction * weight((i - start + 1) / days, shape))));
}

/** Share of the full reduction at a part of the taper, 0–1; every shape ends at 1. */
function weight(part: number, shape: TaperRequest['shape'] = 'linear'): number {
  if (shape === 'step') return 1;
  return shape === 'linear' ? part : Math.expm1(-3 * part) / Math.expm1(-3);
}

function morning(request: TaperRequest, loads: readonly number[]): Taper['race'] {
  const { ctlShare, atlShare } = shares(request.convention);
  let { ctl, atl } = request.state;
  for (const load of loads) {
    ctl += ctlShare * (load - ctl);
    atl += atlShare * (load - atl);
  }
  return { ctl, atl, form: ctl - atl };
}

function taperOf(request: TaperRequest, planned: readonly number[], days: number, reduction: number): Taper {
  const loads = reduced(planned, days, reduction, request.shape);
  return {
    starts: addDays(request.raceDay, -days),
    days,
    reduction,
    loads: loads.map((load, i) => ({ day: addDays(request.today, i + 1), load })),
    race: morning(request, loads),
    untapered: morning(request, planned),
  };
}
