import { Failure, partOf } from '@core/mcp-kit';
import { type ChannelName, cleanSamples, type Samples } from '@core/metrics/samples';
import { deviceLaps, type Recording } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import type { WireStream } from '../client/wire/stream.ts';
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
 * Samples and laps of an activity: the device's laps from the original file, else the platform's intervals, which may be
 * detected and cut where nobody pressed a button.
 *
 * @throws Failure `not_found` when it has no samples.
 */
export async function recordingOf(port: IntervalsPort, id: string, withLaps: boolean): Promise<Recording> {
  const [{ items }, written] = await Promise.all([
    port.activities.streams({ activity: id, types: ['time', ...Object.keys(streams)] }),
    withLaps ? writtenLaps(port, id) : undefined,
  ]);
  const samples = samplesOf(id, items);
  const seconds = Math.floor(samples.time.at(-1) ?? 0) + 1;
  if (!withLaps) return { samples, laps: [], lapSource: null, damage: [] };
  if (written !== undefined && written.laps.length > 1 && Math.abs(written.seconds - seconds) <= SAME_LENGTH_S) {
    return { samples, laps: written.laps, lapSource: 'device', damage: [] };
  }
  const { icu_intervals } = await port.activities.intervals({ activity: id });
  const laps = stretchesOf(icu_intervals, seconds).map(({ from, to, label }) => ({ fromS: from, toS: to, label }));
  return { samples, laps, lapSource: laps.length > 0 ? 'platform' : null, damage: [] };
}

/** A recording whose file is longer or shorter by more than this was cropped on the platform: the laps no longer fit. */
const SAME_LENGTH_S = 5;

/** The laps of the original file; nothing where there is none that can be read. */
async function writtenLaps(port: IntervalsPort, id: string) {
  const { value: bytes } = await partOf(port.files.original({ activity: id }));
  if (bytes === undefined) return undefined;
  // The readers of files cost a start that most processes never need.
  const { ActivityFileError, readActivity } = await import('@core/activity-files');
  try {
    const { laps, samples } = readActivity(bytes);
    const seconds = Math.floor(samples.time.at(-1) ?? 0) + 1;
    return { laps: deviceLaps(laps, samples.startMs, seconds), seconds };
  } catch (error) {
    if (error instanceof ActivityFileError) return undefined;
    throw error;
  }
}

function samplesOf(id: string, items: readonly WireStream[]): Samples {
  const time = items.find(({ type }) => type === 'time')?.data;
  if (time === undefined || time.length === 0) {
    throw new Failure('not_found', `Activity ${id} has no samples: it was typed in`, { next: 'use its totals' });
  }
  const channels: Partial<Record<ChannelName, Float64Array>> = {};
  for (const { type, data } of items) {
    const channel = type === null ? undefined : streams[type];
    if (channel === undefined || channels[channel] !== undefined) continue;
    channels[channel] = Float64Array.from(data, (value) => value ?? Number.NaN);
  }
  const timeMs = Float64Array.from(time, (second) => (second === null ? Number.NaN : second * 1000));
  return cleanSamples({ timeMs, channels, clock: 'relative' }).samples;
}
