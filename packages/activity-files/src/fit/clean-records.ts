import { type CleaningReport, cleanSamples, type Pause, type Samples } from '@core/metrics/samples';
import type { DeveloperColumn } from '../activity/model.ts';
import type { Columns } from './channel-columns.ts';
import { noTime } from './message-list.ts';
import type { Records } from './records.ts';
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
  const { times } = records;
  const time = secondsFromFirst(times);
  if (time !== null) return keepAll(records, developer, pausesMs, times[0] as number, time);
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
  return {
    samples: { ...samples, channels },
    cleaning: { ...report, impossible: records.impossible },
    developer: kept,
    originMs: firstMs ?? 0,
  };
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

/** Seconds since the first time, or null when times are missing, repeat, go back or jump. */
function secondsFromFirst(times: Uint32Array): Float64Array | null {
  const first = times[0];
  if (first === undefined || times[times.length - 1] === noTime) return null;
  const time = new Float64Array(times.length);
  let before = first - 1;
  for (let i = 0; i < times.length; i++) {
    const at = times[i] as number;
    if (at <= before || at - before > mostJumpSeconds) return null;
    time[i] = at - first;
    before = at;
  }
  return time;
}

function keepAll(
  records: Records,
  developer: readonly DeveloperColumn[],
  pausesMs: readonly Pause[],
  first: number,
  time: Float64Array,
): CleanRecords {
  const originMs = fitTimeToMs(first);
  const counts = { withoutTime: 0, backwards: 0, jumps: 0, merged: 0 };
  return {
    samples: {
      startMs: first < firstAbsoluteSecond ? null : originMs,
      time,
      channels: records.columns,
      pauses: cleanSamples({ timeMs: [originMs], channels: {}, pausesMs }).samples.pauses,
    },
    cleaning: { records: time.length, kept: time.length, ...counts, impossible: records.impossible },
    developer,
    originMs,
  };
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
