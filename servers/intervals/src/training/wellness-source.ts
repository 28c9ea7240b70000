import { addDays } from '@core/metrics/day';
import type { WellnessSource } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import { wellnessFields } from '../domain/wellness/fields.ts';
import { isCarried } from '../domain/wellness/row.ts';

/** Wellness of Intervals.icu, in its own scales and without what it carried over from the settings. */
export function wellnessSource(port: IntervalsPort): WellnessSource {
  return {
    days: async ({ id: athlete }, { oldest, newest }) => {
      // The day before belongs to the load of the same range: asked for alike, both share one request.
      const { items, skipped } = await port.wellness.list({ athlete, oldest: addDays(oldest, -1), newest });
      const days = items
        .filter(({ id }) => id >= oldest)
        .map((day) => ({
          day: day.id,
          values: Object.fromEntries(
            wellnessFields.flatMap(({ name, key }) => {
              const value = day[key];
              return typeof value === 'number' && !isCarried(day, key) ? [[name, value]] : [];
            }),
          ),
        }))
        .filter(({ values }) => Object.keys(values).length > 0);
      return { items: days, skipped: skipped > 0 ? { 'cannot be read': skipped } : {} };
    },
  };
}
