import type { CallContext } from '@core/mcp-kit';
import { earlierOf } from '@core/mcp-kit';
import { addDays, daysBetween } from '@core/metrics/day';
import type { LoadSource } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import { ATL_DAYS, CTL_DAYS, type WirePerformanceDay } from '../client/reports/wire.ts';
import { byDay } from '../domain/fitness/chart.ts';

/** Daily TSS as TrainingPeaks counts it, with its own CTL and ATL; the evening before comes with the same request. */
export function loadSource({ port, today }: CallContext<TrainingPeaksPort>): LoadSource {
  return {
    warmUpDays: 0,
    history: async ({ id: athlete }, { oldest, newest: asked }) => {
      const newest = earlierOf(asked, await today());
      const { items } = await port.reports.performance({ athlete, oldest: addDays(oldest, -1), newest });
      const known = byDay(items);
      return {
        before: state(known.get(addDays(oldest, -1))),
        convention: { preset: 'trainingpeaks', ctlDays: CTL_DAYS, atlDays: ATL_DAYS },
        days: Array.from({ length: daysBetween(oldest, newest) + 1 }, (_, i) => {
          const day = addDays(oldest, i);
          const row = known.get(day);
          // A day of the chart without TSS is rest there; a day that could not be read is unknown.
          return { day, load: row === undefined ? null : (row.tssActual ?? 0), platform: state(row) };
        }),
      };
    },
  };
}

function state(day: WirePerformanceDay | undefined) {
  const { ctl = null, atl = null } = day ?? {};
  return ctl === null || atl === null ? null : { ctl, atl };
}
