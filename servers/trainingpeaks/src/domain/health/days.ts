import type { Cell } from '@core/mcp-kit';
import { daysBetween } from '@core/mcp-kit';
import type { WireMetric, WireMetricDay } from '../../client/metrics/wire.ts';
import { healthFields, labelName } from './fields.ts';

/** One value with the day it is of. */
export interface HealthValue {
  readonly day: string;
  readonly name: string;
  readonly value: number;
  readonly time: string | null;
  readonly source: string | null;
}

const parts = ['min', 'max', 'mean'];

/** The values of a list of days; one that stands for a whole day in three numbers becomes three values. */
export function healthValues(days: readonly WireMetricDay[]): HealthValue[] {
  return days.flatMap(({ timeStamp, details }) =>
    details.flatMap((metric): HealthValue[] => {
      const day = timeStamp ?? metric.time?.slice(0, 10) ?? null;
      const name = metricName(metric);
      if (day === null || name === null) return [];
      return numbersOf(metric, name).map((each) => ({ day, time: metric.time, source: metric.uploadClient, ...each }));
    }),
  );
}

function numbersOf({ value }: WireMetric, name: string): { name: string; value: number }[] {
  if (value === null) return [];
  if (typeof value === 'number') return [{ name, value }];
  return value.flatMap((each, i) => (each === null ? [] : [{ name: `${name}_${parts[i] ?? i + 1}`, value: each }]));
}

/** Our name by the type that the service knows it by; else its label. */
export function metricName({ type, label }: Pick<WireMetric, 'type' | 'label'>): string | null {
  const known = healthFields.find((field) => field.type === type);
  if (known !== undefined) return known.name;
  const name = labelName(label ?? '');
  return name === '' ? (type === null ? null : `type_${type}`) : name;
}

/** A row a day, a column a metric: the latest value of each. */
export function dayRows(values: readonly HealthValue[]): {
  readonly rows: Record<string, Cell>[];
  readonly columns: string[];
  readonly repeated: number;
} {
  const days = new Map<string, Map<string, HealthValue>>();
  let repeated = 0;
  for (const value of values) {
    const day = days.get(value.day) ?? new Map<string, HealthValue>();
    const before = day.get(value.name);
    if (before !== undefined) repeated += 1;
    if (before === undefined || (value.time ?? '') >= (before.time ?? '')) day.set(value.name, value);
    days.set(value.day, day);
  }
  const order = [...healthFields.map(({ name }) => name), ...values.map(({ name }) => name)];
  const rows = [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, day]) => ({ date, ...Object.fromEntries([...day].map(([name, { value }]) => [name, value])) }));
  return { rows, columns: ['date', ...new Set(order)], repeated };
}

/** The newest value of each metric with its source and age in days: an old value is no sign of today. */
export function latestRows(values: readonly HealthValue[], today: string): Record<string, Cell>[] {
  const latest = new Map<string, HealthValue>();
  for (const value of values) {
    const before = latest.get(value.name);
    const at = ({ day, time }: HealthValue) => `${day} ${time ?? ''}`;
    if (before === undefined || at(value) >= at(before)) latest.set(value.name, value);
  }
  return [...latest.values()].map(({ name, value, day, source }) => ({
    metric: name,
    value,
    date: day,
    age_days: daysBetween(day, today),
    source,
  }));
}
