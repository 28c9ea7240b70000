import { elevationGain } from '@core/metrics/detection';
import { PAUSED } from '@core/metrics/samples';
import type { Activity, Thresholds } from '../ports/index.ts';
import { figuresOf, rounded } from '../recording/figures.ts';
import type { Opened } from '../recording/opened.ts';
import type { RecordedFile } from './recorded-file.ts';

/** What is held side by side, units in the names. */
export const fields = [
  'elapsed_time_s',
  'moving_time_s',
  'distance_km',
  'elevation_gain_m',
  'average_power_w',
  'max_power_w',
  'np_w',
  'work_kj',
  'average_hr_bpm',
  'max_hr_bpm',
  'cadence_per_min',
  'load',
] as const;

export type Field = (typeof fields)[number];

/**
 * Where a value is from. `seconds`: computed here from what was recorded. `device`: summed up by the device. `summary`: the
 * platform's own. `estimate`: a load without power or pace.
 */
export type Origin = 'seconds' | 'device' | 'summary' | 'estimate';

export interface Sourced {
  readonly value: number;
  readonly from: Origin;
}

/** `undefined`: this side has no such value. */
export type RideValues = Readonly<Partial<Record<Field, Sourced>>>;

/** Everything that a recording tells by itself. */
export function recordedValues(opened: Opened, activity: Activity, thresholds: Thresholds): RideValues {
  const { grid } = opened;
  const movingS = grid.state.reduce((seconds, cell) => seconds + (cell === PAUSED ? 0 : 1), 0);
  const distanceM = distanceOf(opened);
  const { metrics, load } = figuresOf({ ...activity, movingS, distanceM }, opened, thresholds);
  const { power, heartRate } = metrics;
  const climbed = grid.channels.altitude === undefined ? null : elevationGain(grid.channels.altitude).value;
  return sourced(
    'seconds',
    {
      elapsed_time_s: grid.seconds,
      moving_time_s: movingS,
      distance_km: distanceM === null ? null : distanceM / 1000,
      elevation_gain_m: climbed?.gain ?? null,
      average_power_w: power.average.value,
      max_power_w: power.maximum.value,
      np_w: power.normalized.value,
      work_kj: power.work.value,
      average_hr_bpm: heartRate.average.value,
      max_hr_bpm: heartRate.maximum.value,
      cadence_per_min: rounded(metrics.cadence.value, 0),
      load: load.points,
    },
    load.points !== null && load.estimated,
  );
}

/** A file by its seconds; its climb as the device counted it, where it did. */
export function fileValues(file: RecordedFile, activity: Activity, thresholds: Thresholds): RideValues {
  const family = activity.hidden === null ? activity.family : (file.family ?? activity.family);
  const own = recordedValues(file.opened, { ...activity, family }, thresholds);
  const { deviceAscentM: climb } = file;
  return climb === null ? own : { ...own, elevation_gain_m: { value: climb, from: 'device' } };
}

/** What the platform sums up, and what its own recording adds where it sums up nothing. */
export function platformValues(activity: Activity, opened: Opened | null, thresholds: Thresholds): RideValues {
  const { movingS, distanceM, ascentM, averageW, normalizedW, averageBpm, load } = activity;
  const summary = sourced(
    'summary',
    {
      moving_time_s: movingS,
      distance_km: distanceM === null ? null : distanceM / 1000,
      elevation_gain_m: ascentM,
      average_power_w: averageW,
      np_w: normalizedW,
      average_hr_bpm: averageBpm,
      load: load?.points ?? null,
    },
    load?.estimated === true,
  );
  // A load of ours beside the platform's own is what the other column is for.
  const { load: _own, ...recorded } = opened === null ? {} : recordedValues(opened, activity, thresholds);
  return { ...recorded, ...summary };
}

function sourced(
  from: Origin,
  values: Readonly<Partial<Record<Field, number | null>>>,
  estimated: boolean,
): RideValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      value === null ? [] : [[field, { value, from: field === 'load' && estimated ? 'estimate' : from }]],
    ),
  );
}

/** m between the first and the last distance; `null` without. */
export function distanceOf({ grid }: Opened): number | null {
  const metres = grid.channels.distance?.filter(Number.isFinite);
  return metres === undefined || metres.length === 0 ? null : metres.at(-1)! - metres[0]!;
}
