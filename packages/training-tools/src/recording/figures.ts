import type { Cell } from '@core/mcp-kit';
import { type RideMetrics, rideMetrics } from '@core/metrics/ride';
import type { Activity, ActivitySource, Thresholds } from '../ports/index.ts';
import { athleteOf } from './athlete.ts';
import type { Opened } from './opened.ts';
import { type OwnLoad, ownLoad } from './own-load.ts';
import { speedOf } from './pace.ts';

/** Everything that we compute of one activity. */
export interface Figures {
  readonly metrics: RideMetrics;
  readonly load: OwnLoad;
}

/** Our numbers of an activity against the thresholds of its day. */
export function figuresOf(activity: Activity, { grid }: Opened, thresholds: Thresholds): Figures {
  const metrics = rideMetrics(grid, athleteOf(thresholds, { power: activity.family === 'ride' }));
  return { metrics, load: ownLoad(activity, grid, metrics, thresholds) };
}

/** What an activity was, in one flat row: the platform's totals, our figures. `null` where nothing was recorded. */
export function summaryRow(
  activity: Activity,
  { metrics, load }: Figures,
  loadsBy: ActivitySource['loadsBy'],
): Record<string, Cell> {
  const { power, heartRate, decoupling } = metrics;
  const { movingS, distanceM } = activity;
  return {
    activity_id: activity.id,
    start: activity.start,
    name: activity.name,
    moving_time_s: movingS,
    distance_km: distanceM === null ? null : distanceM / 1000,
    elevation_gain_m: activity.ascentM,
    ...speedOf(
      activity.family,
      movingS === null || distanceM === null || movingS === 0 ? metrics.speed.value : distanceM / movingS,
    ),
    average_power_w: power.average.value,
    np_w: power.normalized.value,
    variability_index: power.variabilityIndex.value,
    intensity_factor: rounded(power.intensityFactor.value, 3),
    work_kj: power.work.value,
    average_hr_bpm: heartRate.average.value,
    max_hr_bpm: heartRate.maximum.value,
    efficiency_factor: metrics.efficiencyFactor.value,
    decoupling_pct: decoupling.value?.percent ?? null,
    cadence_per_min: rounded(metrics.cadence.value, 0),
    load: load.points,
    load_from: load.points === null ? null : load.method,
    ...(loadsBy === 'platform' && { platform_load: rounded(activity.load?.points ?? null, 1) }),
    rpe_1to10: activity.rpe1to10,
    ...(activity.feel !== null && { [activity.feel.name]: activity.feel.value }),
  };
}

/** A number to `digits` decimals; null stays null. */
export function rounded(value: number | null, digits: number): number | null {
  if (value === null) return null;
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
