import {
  type ChannelName,
  type CleaningReport,
  cleanSamples,
  columnLimits,
  type Pause,
  type Samples,
} from '@core/metrics/samples';
import type { DeveloperColumn } from '../activity/model.ts';
import { noTime } from './message-list.ts';
import type { Columns, Records } from './records.ts';
import { firstAbsoluteSecond, fitTimeToMs } from './time.ts';

export interface CleanRecords {
  readonly samples: Samples;
  readonly cleaning: CleaningReport;
  readonly developer: readonly DeveloperColumn[];
  /** Milliseconds of t = 0, also for recordings without a clock. */
  readonly originMs: number;
}

const mostJumpSeconds = 86_400;

/**
 * Turns rows into samples by the rules of `cleanSamples`. A recording whose seconds already increase (nearly all do) keeps
 * its columns as they are, without a copy.
 */
export function cleanRecords(
  records: Records,
  developer: readonly DeveloperColumn[],
  pausesMs: readonly Pause[],
): CleanRecords {
  const times = records.list.times.subarray(0, records.rows);
  if (increases(times)) return keepAll(records, developer, pausesMs, times);
  const timeMs = plausibleTimes(times);
  const { samples, report, rowOf } = cleanAll(records, developer, pausesMs, timeMs);
  const firstMs = timeMs.find((ms) => !Number.isNaN(ms));
  const columns = samples.channels as Record<string, Float64Array>;
  const kept = developer.map((column, i) => ({
    ...column,
    values: column.values === null ? null : (columns[developerKey(i)] as Float64Array),
    texts: column.texts === null ? null : Array.from(rowOf, (row) => column.texts?.[row] ?? null),
  }));
  const channels = Object.fromEntries(Object.entries(columns).filter(([name]) => !name.includes(':')));
  return { samples: { ...samples, channels }, cleaning: report, developer: kept, originMs: firstMs ?? 0 };
}

/** Developer columns and the row number travel through the cleaning as columns of their own. */
const rowKey = 'row:';
const developerKey = (i: number): string => `developer:${i}`;

function cleanAll(
  records: Records,
  developer: readonly DeveloperColumn[],
  pausesMs: readonly Pause[],
  timeMs: Float64Array,
) {
  const extra: Record<string, Float64Array> = {};
  if (developer.some(({ texts }) => texts !== null)) extra[rowKey] = timeMs.map((_, row) => row);
  for (const [i, { values }] of developer.entries()) if (values !== null) extra[developerKey(i)] = values;
  const relative = isRelative(timeMs);
  const { samples, report } = cleanSamples({
    timeMs,
    channels: { ...records.columns, ...extra } as Columns,
    pausesMs,
    clock: relative ? 'relative' : 'absolute',
  });
  return { samples, report, rowOf: (samples.channels as Record<string, Float64Array>)[rowKey] ?? new Float64Array(0) };
}

function increases(times: Uint32Array): boolean {
  for (let i = 1; i < times.length; i++) {
    const step = (times[i] as number) - (times[i - 1] as number);
    if (step <= 0 || step > mostJumpSeconds) return false;
  }
  return times.length > 0 && times[times.length - 1] !== noTime;
}

function keepAll(
  records: Records,
  developer: readonly DeveloperColumn[],
  pausesMs: readonly Pause[],
  times: Uint32Array,
): CleanRecords {
  const first = times[0] as number;
  const time = new Float64Array(times.length);
  for (let i = 0; i < times.length; i++) time[i] = (times[i] as number) - first;
  const originMs = fitTimeToMs(first);
  const impossible: Partial<Record<ChannelName, number>> = {};
  const channels: Columns = {};
  for (const [name, column] of Object.entries(records.columns) as [ChannelName, Float64Array][]) {
    const bad = dropImpossible(column, columnLimits(name));
    if (bad > 0) impossible[name] = bad;
    channels[name] = column;
  }
  const counts = { withoutTime: 0, backwards: 0, jumps: 0, merged: 0 };
  return {
    samples: {
      startMs: first < firstAbsoluteSecond ? null : originMs,
      time,
      channels,
      pauses: cleanSamples({ timeMs: [originMs], channels: {}, pausesMs }).samples.pauses,
    },
    cleaning: { records: times.length, kept: times.length, ...counts, impossible },
    developer,
    originMs,
  };
}

/** Sets values outside the limits of their channel to "no data" and counts them. */
function dropImpossible(column: Float64Array, [low, high]: readonly [number, number]): number {
  let bad = 0;
  if (low === -Number.MAX_VALUE && high === Number.MAX_VALUE) return bad;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    if (value < low || value > high) {
      column[i] = Number.NaN;
      bad++;
    }
  }
  return bad;
}

/**
 * Times in milliseconds, without those that would make the rest look wrong: seconds since power-up that turn into dates
 * once the device finds a satellite, and a first record far from all others.
 */
function plausibleTimes(times: Uint32Array): Float64Array {
  const known = times.filter((seconds) => seconds !== noTime).sort();
  const middle = known[known.length >> 1] ?? 0;
  const earliest = middle < firstAbsoluteSecond ? 0 : Math.max(firstAbsoluteSecond, middle - 30 * mostJumpSeconds);
  const latest = middle < firstAbsoluteSecond ? firstAbsoluteSecond : noTime;
  const timeMs = new Float64Array(times.length);
  for (let i = 0; i < times.length; i++) {
    const seconds = times[i] as number;
    timeMs[i] = seconds < earliest || seconds >= latest ? Number.NaN : fitTimeToMs(seconds);
  }
  return dropFarStart(timeMs, fitTimeToMs(middle));
}

/** A first record more than a month ahead of most others would make all of them look like steps back. */
function dropFarStart(timeMs: Float64Array, middleMs: number): Float64Array {
  for (let i = 0; i < timeMs.length; i++) {
    const ms = timeMs[i] as number;
    if (ms <= middleMs + 30 * mostJumpSeconds * 1000) break;
    timeMs[i] = Number.NaN;
  }
  return timeMs;
}

function isRelative(timeMs: Float64Array): boolean {
  const first = timeMs.find((ms) => !Number.isNaN(ms));
  return first === undefined || first < firstAbsoluteSecond * 1000;
}
