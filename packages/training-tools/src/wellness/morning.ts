import { addDays, daysBetween } from '@core/metrics/day';
import { type Baseline, dailyBaseline } from '@core/metrics/hrv';
import type { ReadinessEvidence } from '@core/metrics/readiness';
import { recorded, skippedNotes } from '../answer/notes.ts';
import { type FoundWellness, WELLNESS, type WellnessDay } from '../ports/index.ts';

/** What this morning says against the athlete's own normal. */
export interface Morning {
  readonly metrics: readonly Record<string, unknown>[];
  readonly evidence: Pick<ReadinessEvidence, 'hrv' | 'restingHeartRate' | 'sleep'>;
  readonly notes: readonly string[];
}

/** Older values say nothing of this morning: they are shown with their age and not judged. */
const FRESH_DAYS = 1;

/** The last week of HRV (as its logarithm), resting heart rate and sleep against the weeks before; whatever else was recorded today as it is. */
export function judgeMorning(days: readonly WellnessDay[], today: string): Morning {
  const judged = ([WELLNESS.hrv, WELLNESS.restingHeartRate, WELLNESS.sleep] as const).flatMap((name) => {
    const values = days.flatMap(({ day, values: { [name]: value } }) => (value === undefined ? [] : [{ day, value }]));
    const newest = values.at(-1);
    if (newest === undefined) return [];
    const logarithm = name === WELLNESS.hrv;
    const baseline = dailyBaseline(
      values.map(({ day, value }) => ({ day, value: logarithm ? Math.log(value) : value })),
      { on: today },
    );
    return [{ name, newest, age: daysBetween(newest.day, today), baseline, logarithm }];
  });
  const known = new Map(
    judged.flatMap(({ name, baseline }) => (baseline.value === null ? [] : [[name, baseline.value] as const])),
  );
  const stale = judged.filter(({ age }) => age > FRESH_DAYS).map(({ name }) => name);
  return {
    metrics: [...judged.map(shown), ...others(days, today)],
    evidence: evidenceOf(known, days, today),
    notes: [
      ...(judged.length > 0
        ? ['normal: mean ± 0.5 SD of the weeks before the last seven days; z_today in their SD.']
        : []),
      ...(stale.length > 0 ? [`Not judged because the newest value is older than a day: ${stale.join(', ')}.`] : []),
    ],
  };
}

/** What cannot be known of the values that are shown, and of those that could not be read. */
export function doubtsOf(found: FoundWellness | undefined, metrics: Morning['metrics']): string[] {
  const named = new Set(metrics.flatMap((metric) => Object.keys(metric)));
  const unknown = (found?.withoutUnit ?? []).filter((name) => named.has(name));
  return [
    ...(unknown.length > 0 ? [`The platform tells no unit or scale of ${unknown.join(', ')}.`] : []),
    ...skippedNotes(found?.skipped ?? {}, 'wellness days'),
  ];
}

function shown({ name, newest, age, baseline, logarithm }: Judged): Record<string, unknown> {
  const back = (value: number) => (logarithm ? Math.exp(value) : value);
  if (baseline.value === null) return { [name]: newest.value, age_days: age, normal: baseline.detail };
  const { mean, normal, position, zToday } = baseline.value;
  return recorded({
    [name]: newest.value,
    age_days: age,
    [`mean_${name}`]: back(mean),
    [`normal_from_${name}`]: back(normal.low),
    [`normal_to_${name}`]: back(normal.high),
    last_7_days: position,
    z_today: zToday === null ? null : Math.round(zToday * 10) / 10,
  });
}

interface Judged {
  readonly name: string;
  readonly newest: { readonly day: string; readonly value: number };
  readonly age: number;
  readonly baseline: ReturnType<typeof dailyBaseline>;
  readonly logarithm: boolean;
}

function others(days: readonly WellnessDay[], today: string): Record<string, unknown>[] {
  const judged: readonly string[] = [WELLNESS.hrv, WELLNESS.restingHeartRate, WELLNESS.sleep];
  const now = days.find(({ day }) => day === today)?.values ?? {};
  return Object.entries(now)
    .filter(([name]) => !judged.includes(name))
    .map(([name, value]) => ({ [name]: value, age_days: 0 }));
}

function evidenceOf(
  known: ReadonlyMap<string, Baseline>,
  days: readonly WellnessDay[],
  today: string,
): Morning['evidence'] {
  const fresh = (name: string): Baseline | undefined => {
    const baseline = known.get(name);
    return baseline !== undefined && baseline.age <= FRESH_DAYS ? baseline : undefined;
  };
  const hrv = fresh(WELLNESS.hrv);
  const heart = fresh(WELLNESS.restingHeartRate);
  const beats = (day: string) => days.find((each) => each.day === day)?.values[WELLNESS.restingHeartRate];
  const z = (value: number | undefined) =>
    value === undefined || heart === undefined || heart.deviation === 0
      ? undefined
      : (value - heart.mean) / heart.deviation;
  const [zYesterday, zToday] = [z(beats(addDays(today, -1))), z(beats(today))];
  const slept = days.find(({ day }) => day === today)?.values[WELLNESS.sleep];
  const sleep = known.get(WELLNESS.sleep);
  return {
    ...(hrv !== undefined && { hrv: { rolling: hrv.rolling, low: hrv.normal.low } }),
    ...(zToday !== undefined && zYesterday !== undefined && { restingHeartRate: { zToday, zYesterday } }),
    ...(slept !== undefined && {
      sleep: { hours: slept / 3600, ...(sleep !== undefined && { low: sleep.normal.low / 3600 }) },
    }),
  };
}
