import type { Best, BestCurve, DayRange, RecordSource } from '@core/training-tools';
import { bestOf } from '../domain/ride/best.ts';
import { CURVE_DURATIONS } from '../domain/ride/derive.ts';
import type { Port } from '../port.ts';
import { timeLeft } from './time-left.ts';

/** Bests from the curves of the FIT files, through the local store. */
export function recordSource(port: Port): RecordSource {
  return {
    measures: ['power', 'heart_rate'],
    curves: async (_who, { measure, ranges }) => {
      // The clock starts before the first list.
      timeLeft(port);
      const curves: BestCurve[] = [];
      for (const range of ranges)
        curves.push(await curveOf(port, measure === 'heart_rate' ? 'heartRate' : 'power', range));
      return curves;
    },
  };
}

async function curveOf(port: Port, channel: 'power' | 'heartRate', range: DayRange): Promise<BestCurve> {
  const { items } = await port.activities.list(range);
  const cycled = items.filter(({ exerciseType }) => exerciseType === null || exerciseType === 0);
  const days = new Map(cycled.map(({ rideId, startTime }) => [rideId, startTime?.slice(0, 10) ?? null]));
  const outcomes = await port.rides.deriveEach([...days.keys()], (derived) => derived[channel]?.curve, {
    budgetMs: timeLeft(port),
  });
  const known = outcomes.flatMap((outcome) => {
    const curve = outcome.state === 'done' ? outcome.derived : undefined;
    return curve === undefined ? [] : [{ ride: outcome.ride, curve }];
  });
  const count = (state: string) => outcomes.filter((outcome) => outcome.state === state).length;
  const [failed, notTried] = [count('failed'), count('not_tried')];
  return {
    range,
    bests: bestOf(known, CURVE_DURATIONS).map(
      ({ duration_s: at, value, activity_id: activityId }): Best => ({
        at,
        value,
        activityId,
        day: days.get(activityId) ?? null,
      }),
    ),
    skipped: {
      ...(failed > 0 && { 'file cannot be read': failed }),
      ...(notTried > 0 && { 'not read in time: the same call goes on there': notTried }),
    },
  };
}
