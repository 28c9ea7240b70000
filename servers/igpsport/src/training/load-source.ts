import type { CallContext } from '@core/mcp-kit';
import { addDays, daysBetween } from '@core/metrics/day';
import { dailyLoads } from '@core/metrics/load';
import type { LoadSource } from '@core/training-tools';
import type { Port } from '../port.ts';
import { windowRides } from './window-rides.ts';

/** As the tool of the existing server: six weeks of history, and a start from their mean load. */
const WARM_UP_DAYS = 42;

/** Daily loads from the FIT files. The service publishes neither CTL nor ATL: ours are all there is. */
export function loadSource({ port, today }: CallContext<Port>): LoadSource {
  return {
    warmUpDays: WARM_UP_DAYS,
    history: async (_who, { oldest, newest: asked }, options) => {
      const newest = [asked, await today()].sort()[0]!;
      const { rides } = await windowRides(port)({ oldest, newest: asked }, options);
      const loads = dailyLoads(
        rides.map(({ day, load: { load } }) => ({ day, load })),
        { from: oldest, to: newest },
      );
      return {
        before: null,
        convention: { preset: 'default' },
        days: Array.from({ length: daysBetween(oldest, newest) + 1 }, (_, i) => {
          const load = loads?.values[i] ?? 0;
          return { day: addDays(oldest, i), load: Number.isNaN(load) ? null : load, platform: null };
        }),
      };
    },
  };
}
