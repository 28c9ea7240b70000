import type { Route } from '@core/sandbox';
import { gradeAdjustedSpeed } from '@core/sandbox/athlete';
import { type Ctx, recordingOf } from '../access.ts';
import { highest, lowest } from '../activities/arithmetic.ts';
import { bestEfforts } from '../activities/best-efforts.ts';
import { factsOf } from '../activities/facts.ts';
import { powerVersusHeart } from '../activities/power-vs-hr.ts';
import { csv, json } from '../shape/json.ts';
import { flag, integer, missing } from '../shape/refusal.ts';
import type { World } from '../world.ts';

export const plotRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/activity/{id}/power-histogram', handler: (_, ctx) => powerHistogram(ctx) },
  { method: 'GET', path: '/activity/{id}/hr-histogram', handler: (_, ctx) => heartHistogram(ctx) },
  { method: 'GET', path: '/activity/{id}/pace-histogram', handler: (_, ctx) => paceHistogram(ctx, false) },
  { method: 'GET', path: '/activity/{id}/gap-histogram', handler: (_, ctx) => paceHistogram(ctx, true) },
  { method: 'GET', path: '/activity/{id}/time-at-hr', handler: (_, ctx) => timeAtHeartRate(ctx) },
  { method: 'GET', path: '/activity/{id}/power-vs-hr{ext?}', handler: (_, ctx) => versus(ctx) },
  {
    method: 'GET',
    path: '/activity/{id}/best-efforts',
    handler: (_, ctx) => json(bestEfforts(ctx, recordingOf(ctx).recording)),
  },
  { method: 'GET', path: '/activity/{id}/map', handler: (_, ctx) => map(ctx) },
  { method: 'GET', path: '/activity/{id}/hr-load-model', handler: (_, ctx) => heartLoadModel(ctx) },
];

function powerHistogram(ctx: Ctx): Response {
  const { power } = recordingOf(ctx).recording.channels;
  if (!power) throw missing('No power data');
  return json(buckets(power, integer(ctx.query, 'bucketSize', 25), 0));
}

function heartHistogram(ctx: Ctx): Response {
  const { heartRate } = recordingOf(ctx).recording.channels;
  if (!heartRate) throw missing('No heart rate data');
  return json(buckets(heartRate, integer(ctx.query, 'bucketSize', 5), 1));
}

const PACE_BUCKET = 0.1;

function paceHistogram(ctx: Ctx, adjusted: boolean): Response {
  const { speed, grade } = recordingOf(ctx).recording.channels;
  if (!speed) throw missing('No pace data');
  return json(buckets(adjusted ? gradeAdjustedSpeed(speed, grade) : speed, PACE_BUCKET, 0.3));
}

/** Seconds a bucket, from the first that is used to the last; values under `floor` are left out. */
function buckets(values: ArrayLike<number>, size: number, floor: number): { min: number; max: number; secs: number }[] {
  const seconds = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= floor)) continue;
    const bucket = Math.floor(value / size + 1e-9);
    seconds.set(bucket, (seconds.get(bucket) ?? 0) + 1);
  }
  const used = [...seconds.keys()];
  if (used.length === 0) return [];
  const from = Math.min(...used);
  const count = Math.max(...used) - from + 1;
  return Array.from({ length: count }, (_, i) => ({
    min: (from + i) * size,
    max: (from + i + 1) * size,
    secs: seconds.get(from + i) ?? 0,
  }));
}

function timeAtHeartRate(ctx: Ctx): Response {
  const { heartRate } = recordingOf(ctx).recording.channels;
  if (!heartRate) throw missing('No heart rate data');
  const beating = heartRate.filter((bpm: number) => bpm > 0);
  const [low, high] = [lowest(beating) ?? 0, highest(beating) ?? 0];
  const secs = Array.from({ length: high - low + 1 }, () => 0);
  for (const bpm of beating) secs[bpm - low]! += 1;
  let left = beating.length;
  const cumulative = secs.map((each) => {
    const here = left;
    left -= each;
    return here;
  });
  return json({ min_bpm: low, max_bpm: high, secs, cumulative_secs: cumulative });
}

function versus(ctx: Ctx): Response {
  const { record, activity, recording } = recordingOf(ctx);
  const plot = powerVersusHeart(recording, factsOf(record, activity));
  if (!plot) throw missing('No power and heart rate data');
  return ctx.params.ext === '.csv' ? csv(plot.series as Record<string, unknown>[]) : json(plot);
}

function map(ctx: Ctx): Response {
  const { recording } = recordingOf(ctx);
  const { latitude, longitude } = recording.channels;
  if (!latitude || !longitude) throw missing('No GPS data');
  const bounds = [
    [lowest(latitude), lowest(longitude)],
    [highest(latitude), highest(longitude)],
  ];
  if (flag(ctx.query, 'boundsOnly')) return json({ bounds, latlngs: null, route: null, weather: null });
  const latlngs = Array.from(latitude, (lat, i) => (Number.isNaN(lat) ? null : [lat, longitude[i]!]));
  const route = recording.course ? { route_id: recording.course.id, name: recording.course.name } : null;
  return json({ bounds, latlngs, route, weather: null });
}

function heartLoadModel(ctx: Ctx): Response {
  const { record, activity } = recordingOf(ctx);
  const load = record.activities.summary(activity).hr_load;
  if (typeof load !== 'number') throw missing('No heart rate data');
  return json({ type: 'HRSS', icu_training_load: load, trainingDataCount: 0 });
}
