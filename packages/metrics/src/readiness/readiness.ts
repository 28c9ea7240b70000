import { type Metric, none, value } from '../result/index.ts';

/** What is known of an athlete this morning. Leave out what is not known: it is then not judged. */
export interface ReadinessEvidence {
  /** Form (TSB), points. */
  readonly form?: number;
  /** Rise of CTL over a week, points. */
  readonly rampRate?: number;
  readonly monotony?: number;
  /** Acute : chronic workload ratio. */
  readonly workloadRatio?: number;
  /** Seven-day mean of lnrMSSD and the low end of its normal band. */
  readonly hrv?: { readonly rolling: number; readonly low: number };
  /** Resting heart rate against its baseline as z, of today and of yesterday. */
  readonly restingHeartRate?: { readonly zToday: number; readonly zYesterday: number };
  /** Hours slept, and the low end of the own normal band where it is known. */
  readonly sleep?: { readonly hours: number; readonly low?: number };
  /** Aerobic decoupling of the last easy session, %, and the own usual value. */
  readonly decoupling?: { readonly percent: number; readonly usual: number };
  /** RPE of the last session, and what load and duration predicted. */
  readonly effort?: { readonly given: number; readonly predicted: number };
}

/** Something that speaks against a hard session, with the number and the limit it passed. */
export interface ReadinessFlag {
  readonly code: string;
  readonly value: number;
  readonly limit: number;
  /** One plain sentence. */
  readonly detail: string;
}

export interface Readiness {
  readonly flags: readonly ReadinessFlag[];
  /** How many kinds of evidence were looked at. */
  readonly judged: number;
}

/** Limits of the flags; habits of the field (and of this library where it has none), not diagnoses. */
export interface ReadinessLimits {
  readonly form: number;
  readonly rampRate: number;
  readonly monotony: number;
  readonly workloadRatio: number;
  readonly restingHeartRateZ: number;
  readonly sleepHours: number;
  readonly decoupling: number;
  readonly effort: number;
}

/** The limits that `readiness` uses where none are given. */
export const READINESS_LIMITS: ReadinessLimits = {
  form: -30,
  rampRate: 8,
  monotony: 2,
  workloadRatio: 1.5,
  restingHeartRateZ: 1,
  sleepHours: 6,
  decoupling: 5,
  effort: 1,
};

/**
 * Flags that speak against a hard session today, each with its evidence. There is no score: a number made of these would
 * hide which of them it came from.
 *
 * Form < −30; ramp > 8 a week; monotony > 2; ACWR > 1.5; seven-day HRV below its normal band; resting heart rate over
 * mean + 1 SD on two mornings; sleep under 6 h or under the own band; decoupling > 5 % and above the own norm; RPE more
 * than 1 above what was predicted.
 * @returns `no_data` without any evidence, `bad_input` when a number of it is not finite.
 * @source Foster 1998 (monotony), Gabbett 2016 (ratio), Plews 2013 (HRV); the other limits are habits of coaching and
 *   engineering choices of this library.
 */
export function readiness(evidence: ReadinessEvidence, limits: Partial<ReadinessLimits> = {}): Metric<Readiness> {
  const limit = { ...READINESS_LIMITS, ...limits };
  for (const [name, number] of numbersIn({ ...evidence, ...limits }))
    if (!Number.isFinite(number))
      return none('bad_input', `${name} ${number} must be a finite number; leave it out when unknown`);
  const judged = Object.values(evidence).filter((part) => part !== undefined).length;
  if (judged === 0) return none('no_data', 'nothing is known of this morning');
  const flags = [...loadFlags(evidence, limit), ...morningFlags(evidence, limit), ...sessionFlags(evidence, limit)];
  return value({ flags, judged }, 'flags with evidence');
}

function numbersIn(record: object): [string, number][] {
  return Object.entries(record).flatMap(([name, part]): [string, number][] => {
    if (part === undefined) return [];
    if (typeof part === 'number') return [[name, part]];
    return numbersIn(part).map(([inner, number]) => [`${name}.${inner}`, number]);
  });
}

function loadFlags(evidence: ReadinessEvidence, limit: ReadinessLimits): ReadinessFlag[] {
  const { form, rampRate, monotony, workloadRatio } = evidence;
  const flags: ReadinessFlag[] = [];
  if (form !== undefined && form < limit.form)
    flags.push({
      code: 'form',
      value: form,
      limit: limit.form,
      detail: `Form is ${form.toFixed(0)}, under ${limit.form}.`,
    });
  const over = (code: 'rampRate' | 'monotony' | 'workloadRatio', number: number | undefined, words: string) => {
    if (number !== undefined && number > limit[code])
      flags.push({
        code,
        value: number,
        limit: limit[code],
        detail: `${words} ${number.toFixed(1)}, over ${limit[code]}.`,
      });
  };
  over('rampRate', rampRate, 'CTL rose in a week by');
  over('monotony', monotony, 'Monotony is');
  over('workloadRatio', workloadRatio, 'The week against the month is');
  return flags;
}

function morningFlags({ hrv, restingHeartRate, sleep }: ReadinessEvidence, limit: ReadinessLimits): ReadinessFlag[] {
  const flags: ReadinessFlag[] = [];
  if (hrv !== undefined && hrv.rolling < hrv.low)
    flags.push({ code: 'hrv', value: hrv.rolling, limit: hrv.low, detail: 'Seven-day HRV is below its normal band.' });
  if (restingHeartRate !== undefined) {
    const least = Math.min(restingHeartRate.zToday, restingHeartRate.zYesterday);
    const detail = `Resting heart rate was ${least.toFixed(1)} SD or more above normal on two mornings.`;
    if (least > limit.restingHeartRateZ)
      flags.push({ code: 'restingHeartRate', value: least, limit: limit.restingHeartRateZ, detail });
  }
  if (sleep !== undefined) {
    const least = Math.max(limit.sleepHours, sleep.low ?? 0);
    if (sleep.hours < least)
      flags.push({
        code: 'sleep',
        value: sleep.hours,
        limit: least,
        detail: `Slept ${sleep.hours.toFixed(1)} h, under ${least.toFixed(1)}.`,
      });
  }
  return flags;
}

function sessionFlags({ decoupling, effort }: ReadinessEvidence, limit: ReadinessLimits): ReadinessFlag[] {
  const flags: ReadinessFlag[] = [];
  if (decoupling !== undefined) {
    const most = Math.max(limit.decoupling, decoupling.usual);
    const detail = `Decoupling was ${decoupling.percent.toFixed(1)} %, usually ${decoupling.usual.toFixed(1)} %.`;
    if (decoupling.percent > most) flags.push({ code: 'decoupling', value: decoupling.percent, limit: most, detail });
  }
  if (effort !== undefined) {
    const most = effort.predicted + limit.effort;
    const detail = `RPE was ${effort.given}, predicted ${effort.predicted.toFixed(1)}.`;
    if (effort.given > most) flags.push({ code: 'effort', value: effort.given, limit: most, detail });
  }
  return flags;
}
