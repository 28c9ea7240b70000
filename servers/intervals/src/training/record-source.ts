import type { Best, RecordMeasure, RecordSource } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import { paceCurve } from '../domain/curve/pace.ts';
import { type Curve, pointAt } from '../domain/curve/points.ts';
import { powerCurve } from '../domain/curve/power.ts';
import { mainSport } from '../domain/sport.ts';

/** Bests from the platform's own curves: one request for all ranges of a measure. */
export function recordSource(port: IntervalsPort): RecordSource {
  return {
    measures: ['power', 'heart_rate', 'pace'],
    curves: async ({ id: athlete }, { measure, family, ranges }) => {
      const ids = ranges.map(({ oldest, newest }) => `r.${oldest}.${newest}`);
      const { list, activities } = await read(port, measure, { athlete, sport: mainSport(family), curves: ids });
      return ranges.map((range, i) => {
        const curve = list.find(({ id }) => id === ids[i])?.curve;
        const points = (curve?.grid ?? []).flatMap((at) => (at === null ? [] : [pointAt(curve, at, activities ?? {})]));
        const bests = points.flatMap(({ at, value, activity, day }): Best[] =>
          value === null ? [] : [{ at, value, activityId: activity, day }],
        );
        return { range, bests, skipped: {} };
      });
    },
  };
}

type Query = Parameters<IntervalsPort['curves']['power']>[0];

async function read({ curves }: IntervalsPort, measure: RecordMeasure, query: Query) {
  const named = <C extends { readonly id: string | null }>(list: readonly C[], of: (curve: C) => Curve | undefined) =>
    list.map((curve) => ({ id: curve.id, curve: of(curve) }));
  if (measure === 'power') {
    const { list, activities } = await curves.power(query);
    return { list: named(list, powerCurve), activities };
  }
  if (measure === 'pace') {
    const { list, activities } = await curves.pace({ ...query, gap: false });
    return { list: named(list, paceCurve), activities };
  }
  const { list, activities } = await curves.hr(query);
  return {
    list: named(list, (curve) => ({ grid: curve.secs, values: curve.values, activityIds: curve.activity_id })),
    activities,
  };
}
