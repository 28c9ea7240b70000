import type { CallContext } from '@core/mcp-kit';
import { addDays, daysBetween } from '@core/metrics/day';
import { dailyLoads } from '@core/metrics/load';
import type { LoadSource } from '@core/training-tools';
import { SHARED_DAYS, trainingLoad, WARM_UP_DAYS } from '../domain/load/training-load.ts';
import type { Port } from '../port.ts';
import { windowRides } from './window-rides.ts';

/** Daily loads from the FIT files. The service publishes neither CTL nor ATL: ours are all there is. */
export function loadSource({ port, today }: CallContext<Port>): LoadSource {
  return {
    warmUpDays: WARM_UP_DAYS,
    history: async (_who, { oldest, newest: asked }, options) => {
      const now = await today();
      const newest = [asked, now].sort()[0]!;
      const start = [oldest, addDays(now, 1 - SHARED_DAYS)].sort()[0]!;
      const { rides } = await windowRides(port)({ oldest: start, newest: asked }, options);
      const loads = dailyLoads(
        rides.filter(({ day }) => day >= oldest).map(({ day, load: { load } }) => ({ day, load })),
        { from: oldest, to: newest },
      );
      const evening = addDays(oldest, -1);
      const earlier = start < oldest ? trainingLoad(rides, { historyFrom: start, from: evening, to: newest }).days : [];
      // Of a history that was read in part the state would be too low: none is better.
      const readWhole = !rides.some(({ day, load }) => day < oldest && 'notTried' in load);
      const state = earlier.find(({ date }) => date === evening);
      return {
        before: state === undefined || !readWhole ? null : { ctl: state.ctl, atl: state.atl },
        beforeBy: 'own',
        convention: { preset: 'default' },
        days: Array.from({ length: daysBetween(oldest, newest) + 1 }, (_, i) => {
          const load = loads?.values[i] ?? 0;
          return { day: addDays(oldest, i), load: Number.isNaN(load) ? null : load, platform: null };
        }),
      };
    },
  };
}
