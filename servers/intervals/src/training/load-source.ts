import type { CallContext } from '@core/mcp-kit';
import { earlierOf } from '@core/mcp-kit';
import { addDays, daysBetween } from '@core/metrics/day';
import type { LoadSource } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import type { WireWellness } from '../client/wire/wellness.ts';
import { modelChanges } from '../domain/fitness/model-changes.ts';

/** Daily loads as Intervals.icu counts them, with its own CTL and ATL; the evening before comes with the same request. */
export function loadSource({ port, today }: CallContext<IntervalsPort>): LoadSource {
  return {
    warmUpDays: 0,
    history: async ({ id: athlete }, { oldest, newest: asked }) => {
      const newest = earlierOf(asked, await today());
      const { items } = await port.wellness.list({ athlete, oldest: addDays(oldest, -1), newest });
      const byDay = new Map(items.map((day) => [day.id, day]));
      return {
        before: state(byDay.get(addDays(oldest, -1))),
        convention: { preset: 'intervals' },
        days: Array.from({ length: daysBetween(oldest, newest) + 1 }, (_, i) => {
          const day = addDays(oldest, i);
          const wellness = byDay.get(day);
          // A day without an entry is rest there, and an activity without a load counts as 0.
          return { day, load: wellness?.ctlLoad ?? 0, atlLoad: wellness?.atlLoad ?? 0, platform: state(wellness) };
        }),
      };
    },
    modelChanges: async ({ id: athlete }, { oldest }) =>
      modelChanges((await port.events.fitnessModel({ athlete })).items, oldest),
  };
}

function state(day: WireWellness | undefined) {
  const { ctl = null, atl = null } = day ?? {};
  return ctl === null || atl === null ? null : { ctl, atl };
}
