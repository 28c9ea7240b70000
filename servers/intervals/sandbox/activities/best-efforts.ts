import type { Recording } from '@core/sandbox/athlete';
import type { Ctx } from '../access.ts';
import { integer, required, unprocessable } from '../shape/refusal.ts';

interface Effort {
  start_index: number;
  end_index: number;
  average: number;
  duration: number | null;
  distance: number | null;
}

const CHANNEL: Readonly<Record<string, 'power' | 'heartRate' | 'cadence' | 'speed' | 'distance' | 'altitude'>> = {
  watts: 'power',
  heartrate: 'heartRate',
  cadence: 'cadence',
  velocity_smooth: 'speed',
  distance: 'distance',
  altitude: 'altitude',
};

/** The best windows of one stream that do not overlap, the highest average first. */
export function bestEfforts(ctx: Ctx, recording: Recording): { efforts: Effort[] } {
  const name = required(ctx.query, 'stream');
  const channel = CHANNEL[name];
  if (!channel && name !== 'time') throw unprocessable('Invalid stream type');
  const values = channel ? recording.channels[channel] : Float32Array.from(recording.time);
  const duration = integer(ctx.query, 'duration', 0);
  const metres = Number(ctx.query.get('distance') ?? 0);
  if (duration <= 0 && !(metres > 0)) throw unprocessable('duration or distance is required');
  if (!values) return { efforts: [] };
  const until = integer(ctx.query, 'endIndex', 0) || values.length;
  const from = integer(ctx.query, 'startIndex', 0);
  const least = Number(ctx.query.get('minValue') ?? Number.NEGATIVE_INFINITY);
  const windows =
    duration > 0 ? byTime(values, duration, from, until) : byDistance(values, recording, metres, from, until);
  windows.sort((a, b) => b.average - a.average || a.start_index - b.start_index);
  const chosen: Effort[] = [];
  const count = integer(ctx.query, 'count', 8);
  for (const window of windows) {
    if (chosen.length >= count || window.average < least) break;
    if (chosen.every((other) => window.start_index >= other.end_index || window.end_index <= other.start_index))
      chosen.push(window);
  }
  return { efforts: chosen };
}

function sumsOf(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + (values[i]! || 0);
  return sums;
}

function byTime(values: ArrayLike<number>, seconds: number, from: number, until: number): Effort[] {
  const sums = sumsOf(values);
  const efforts: Effort[] = [];
  for (let start = from; start + seconds <= until; start++) {
    const average = (sums[start + seconds]! - sums[start]!) / seconds;
    efforts.push({ start_index: start, end_index: start + seconds, average, duration: seconds, distance: null });
  }
  return efforts;
}

function byDistance(
  values: ArrayLike<number>,
  recording: Recording,
  metres: number,
  from: number,
  until: number,
): Effort[] {
  const { distance } = recording.channels;
  if (!distance) return [];
  const sums = sumsOf(values);
  const efforts: Effort[] = [];
  let end = from;
  for (let start = from; start < until; start++) {
    while (end < until && distance[end]! - distance[start]! < metres) end++;
    if (end >= until) break;
    const average = (sums[end]! - sums[start]!) / (end - start);
    efforts.push({ start_index: start, end_index: end, average, duration: null, distance: metres });
  }
  return efforts;
}
