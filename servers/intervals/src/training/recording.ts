import { Failure } from '@core/mcp-kit';
import { type ChannelName, cleanSamples } from '@core/metrics/samples';
import type { Recording } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import { stretchesOf } from '../domain/compare/recording.ts';

/** The platform's stream of each channel that the shared tools read. */
const streams: Readonly<Record<string, ChannelName>> = {
  watts: 'power',
  heartrate: 'heart_rate',
  velocity_smooth: 'speed',
  cadence: 'cadence',
  distance: 'distance',
  fixed_altitude: 'altitude',
  altitude: 'altitude',
};

/**
 * Samples and laps of an activity. The laps are the platform's intervals: cut along the device's laps where the athlete's
 * settings say so, else detected.
 *
 * @throws Failure `not_found` when it has no samples.
 */
export async function recordingOf(port: IntervalsPort, id: string, withLaps: boolean): Promise<Recording> {
  const [{ items }, cut] = await Promise.all([
    port.activities.streams({ activity: id, types: ['time', ...Object.keys(streams)] }),
    withLaps ? port.activities.intervals({ activity: id }) : undefined,
  ]);
  const time = items.find(({ type }) => type === 'time')?.data;
  if (time === undefined || time.length === 0) {
    throw new Failure('not_found', `Activity ${id} has no samples: it was typed in`, { next: 'use its totals' });
  }
  const raw: Partial<Record<ChannelName, Float64Array>> = {};
  for (const { type, data } of items) {
    const channel = type === null ? undefined : streams[type];
    if (channel === undefined || raw[channel] !== undefined) continue;
    raw[channel] = Float64Array.from(data, (value) => value ?? Number.NaN);
  }
  const { samples } = cleanSamples({
    timeMs: Float64Array.from(time, (second) => (second === null ? Number.NaN : second * 1000)),
    channels: raw,
    clock: 'relative',
  });
  const seconds = Math.floor(samples.time.at(-1) ?? 0) + 1;
  const laps = stretchesOf(cut?.icu_intervals ?? [], seconds).map(({ from, to, label }) => ({
    fromS: from,
    toS: to,
    label,
  }));
  return { samples, laps, lapSource: laps.length > 0 ? 'platform' : null, damage: [] };
}
