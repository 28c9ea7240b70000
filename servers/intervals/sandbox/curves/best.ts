import type { Recording } from '@core/sandbox/athlete';
import { durationGrid, PACE_DISTANCES } from './grids.ts';

/** The best of one activity at each point of a grid, and where it was. */
export interface Best {
  /** Seconds, or metres for pace. */
  readonly x: readonly number[];
  /** W, bpm, or seconds for pace. */
  readonly y: readonly number[];
  readonly startIndex: readonly number[];
  readonly endIndex: readonly number[];
}

/** Best mean of a channel over every duration of the grid; lost contact (0) drags it down, as on the service. */
function bestMeans(values: ArrayLike<number>, from = 0): Best {
  const n = values.length;
  const sums = new Float64Array(n - from + 1);
  for (let i = from; i < n; i++) sums[i - from + 1] = sums[i - from]! + (values[i]! || 0);
  const x = durationGrid(n - from);
  const y: number[] = [];
  const startIndex: number[] = [];
  const endIndex: number[] = [];
  for (const seconds of x) {
    let best = Number.NEGATIVE_INFINITY;
    let at = 0;
    for (let i = seconds; i < sums.length; i++) {
      const sum = sums[i]! - sums[i - seconds]!;
      if (sum > best) {
        best = sum;
        at = i - seconds;
      }
    }
    y.push(Math.round(best / seconds));
    startIndex.push(from + at);
    endIndex.push(from + at + seconds);
  }
  return { x, y, startIndex, endIndex };
}

/** First sample after which `kilojoules` of work are done; undefined when they never are. */
function indexAfterWork(power: ArrayLike<number>, kilojoules: number): number | undefined {
  let joules = 0;
  for (let i = 0; i < power.length; i++) {
    joules += power[i]! || 0;
    if (joules >= kilojoules * 1000) return i + 1;
  }
  return undefined;
}

/**
 * Fastest time over every distance of the grid. From each start the first sample that is far enough is taken, and its
 * elapsed time scaled to the exact distance; pauses count.
 */
function bestTimes(distance: ArrayLike<number>, time: ArrayLike<number>): Best {
  const n = distance.length;
  const x: number[] = [];
  const y: number[] = [];
  const startIndex: number[] = [];
  const endIndex: number[] = [];
  for (const metres of PACE_DISTANCES) {
    const found = fastest(distance, time, metres);
    if (!found) break;
    x.push(metres);
    y.push(Math.round(found.seconds));
    startIndex.push(found.start);
    endIndex.push(Math.min(n, found.end));
  }
  return { x, y, startIndex, endIndex };
}

function fastest(distance: ArrayLike<number>, time: ArrayLike<number>, metres: number) {
  let best: { seconds: number; start: number; end: number } | undefined;
  let j = 0;
  for (let i = 0; i < distance.length; i++) {
    while (j < distance.length && distance[j]! - distance[i]! < metres) j++;
    if (j >= distance.length) break;
    const seconds = ((time[j]! - time[i]!) * metres) / (distance[j]! - distance[i]!);
    if (best === undefined || seconds < best.seconds) best = { seconds, start: i, end: j };
  }
  return best;
}

/** Distance on the flat for the same effort. */
function adjustedDistance(adjustedSpeed: ArrayLike<number>): Float32Array {
  const metres = new Float32Array(adjustedSpeed.length);
  let sum = 0;
  for (let i = 0; i < adjustedSpeed.length; i++) {
    sum += adjustedSpeed[i]!;
    metres[i] = sum;
  }
  return metres;
}

export type CurveKind = 'power' | 'hr' | 'pace' | 'gap';

/** The channel that a curve is made of; undefined when the activity does not have it. */
export function bestOf(
  recording: Recording,
  kind: CurveKind,
  afterKj: number,
  adjusted: () => Float32Array,
): Best | undefined {
  const { power, heartRate, distance } = recording.channels;
  if (kind === 'hr') return heartRate ? bestMeans(heartRate) : undefined;
  if (kind === 'power') {
    if (!power) return undefined;
    const from = afterKj === 0 ? 0 : indexAfterWork(power, afterKj);
    return from === undefined || from >= power.length ? undefined : bestMeans(power, from);
  }
  if (!distance || distance[distance.length - 1] === 0) return undefined;
  return bestTimes(kind === 'gap' ? adjustedDistance(adjusted()) : distance, recording.time);
}
