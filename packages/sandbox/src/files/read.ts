import { type Activity, readActivities } from '@core/activity-files';
import type { ChannelName } from '@core/metrics/samples';
import type { Lap, Pause } from '../athlete/motion.ts';
import type { Channel, Recording } from '../athlete/recording.ts';

/** A file that somebody uploaded, as the emulators keep activities. */
export interface UploadedRecording {
  readonly recording: Recording;
  readonly startMs: number | null;
  /** Of the file: `cycling`, `running` …; null when it does not say. */
  readonly sport: string | null;
  readonly subSport: string | null;
  readonly format: 'fit' | 'tcx' | 'gpx';
}

const LONG_GAP_S = 30;
const CHANNELS: readonly (readonly [ChannelName, Channel])[] = [
  ['power', 'power'],
  ['heart_rate', 'heartRate'],
  ['cadence', 'cadence'],
  ['speed', 'speed'],
  ['distance', 'distance'],
  ['altitude', 'altitude'],
  ['temperature', 'temperature'],
  ['latitude', 'latitude'],
  ['longitude', 'longitude'],
];

/**
 * Reads FIT, TCX or GPX, plain, gzipped or zipped; a zip can hold several. Throws what the reader throws for files that
 * are none of these.
 */
export function readUpload(bytes: Uint8Array): UploadedRecording[] {
  return readActivities(bytes).map(({ activity }) => ({
    recording: recordingOf(activity),
    startMs: activity.samples.startMs,
    sport: activity.sport,
    subSport: activity.subSport,
    format: activity.format,
  }));
}

/** One sample a second: short gaps hold the last value, long ones become pauses. */
function recordingOf(activity: Activity): Recording {
  const { samples } = activity;
  const rows: number[] = [];
  const time: number[] = [];
  const pauses: Pause[] = [];
  const last = samples.time.length - 1;
  for (let row = 0; row <= last; row++) {
    const at = Math.round(samples.time[row]!);
    const before = time.at(-1);
    if (before !== undefined && at <= before) continue;
    if (before !== undefined && at - before - 1 > LONG_GAP_S)
      pauses.push({ index: rows.length, seconds: at - before - 1 });
    else if (before !== undefined) {
      for (let second = before + 1; second < at; second++) {
        rows.push(rows.at(-1)!);
        time.push(second);
      }
    }
    rows.push(row);
    time.push(at);
  }
  const strides = activity.sport === 'running' || activity.sport === 'walking' || activity.sport === 'hiking';
  const channels: Partial<Record<Channel, Float32Array | Float64Array>> = {};
  for (const [name, channel] of CHANNELS) {
    const values = samples.channels[name];
    if (!values) continue;
    const factor = channel === 'cadence' && strides ? 0.5 : 1;
    const column = rows.map((row) => values[row]! * factor);
    const precise = channel === 'latitude' || channel === 'longitude';
    channels[channel] = precise ? Float64Array.from(column) : Float32Array.from(column);
  }
  return {
    length: rows.length,
    time: Int32Array.from(time),
    channels,
    laps: lapsOf(activity, rows),
    pauses,
    lengths: activity.lengths.length > 0 ? activity.lengths.filter((length) => length.active).length : undefined,
    course: undefined,
  };
}

function lapsOf(activity: Activity, rows: readonly number[]): Lap[] {
  return activity.laps.flatMap((lap) => {
    const startIndex = rows.findIndex((row) => row >= lap.rows.from);
    const after = rows.findIndex((row) => row >= lap.rows.to);
    const endIndex = after === -1 ? rows.length : after;
    if (startIndex === -1 || endIndex <= startIndex) return [];
    const kind = lap.intensity === 'rest' ? ('rest' as const) : ('work' as const);
    const seconds = endIndex - startIndex;
    return [
      { startIndex, endIndex, step: { kind, seconds, low: 0, high: 0, start: startIndex, repetition: undefined } },
    ];
  });
}
