import { WELLNESS, type WellnessSource } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import { dayRows, healthValues } from '../domain/health/days.ts';
import { withoutUnit } from '../domain/health/fields.ts';
import { readPages } from '../domain/pages.ts';

/** Names that every platform shares, and what makes their unit of ours. Everything else keeps its name and scale. */
const shared: Readonly<Record<string, readonly [name: string, factor: number]>> = {
  hrv_ms: [WELLNESS.hrv, 1],
  pulse_bpm: [WELLNESS.restingHeartRate, 1],
  sleep_hours: [WELLNESS.sleep, 3600],
  weight_kg: [WELLNESS.weight, 1],
};

/** Metrics of TrainingPeaks: a request for every 90 days; of several values of a day the latest counts. */
export function wellnessSource(port: TrainingPeaksPort): WellnessSource {
  return {
    days: async ({ id: athlete }, range) => {
      const { items, skipped } = await readPages(
        range,
        (page) => port.metrics.list({ athlete, ...page }),
        () => null,
      );
      const { rows, columns } = dayRows(healthValues(items));
      return {
        items: rows.map(({ date, ...values }) => ({ day: String(date), values: named(values) })),
        skipped: skipped > 0 ? { 'cannot be read': skipped } : {},
        withoutUnit: withoutUnit(columns),
      };
    },
  };
}

function named(values: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (typeof value !== 'number') return [];
      const [ours, factor] = shared[name] ?? [name, 1];
      return [[ours, value * factor]];
    }),
  );
}
