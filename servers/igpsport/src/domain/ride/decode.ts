import { type FitActivity, readFit } from '@core/activity-files';
import { Failure } from '@core/mcp-kit';
import { type Grid, removePowerSpikes, resample } from '@core/metrics/samples';

/** A ride as its file tells it, at 1 Hz. */
export interface DecodedRide {
  readonly activity: FitActivity;
  /** Power without impossible seconds. */
  readonly grid: Grid;
  readonly spikes: number;
}

/**
 * Reads a FIT file.
 *
 * @throws Failure `contract` when it holds no samples
 */
export function decodeRide(ride: string, bytes: Uint8Array): DecodedRide {
  const decoded = resampledOrNull(readFit(bytes));
  if (decoded !== null) return decoded;
  throw new Failure('contract', `The file of ride ${ride} holds no samples`, {
    next: 'use the totals of igp_list_activities for this ride',
  });
}

/** `null` for a recording without samples. */
export function resampledOrNull(activity: FitActivity): DecodedRide | null {
  const grid = resample(activity.samples);
  if (grid.value === null) return null;
  const { power } = grid.value.channels;
  if (power === undefined) return { activity, grid: grid.value, spikes: 0 };
  const clean = removePowerSpikes(power);
  return {
    activity,
    grid: { ...grid.value, channels: { ...grid.value.channels, power: clean.power } },
    spikes: clean.removed,
  };
}
