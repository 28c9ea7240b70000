import type { ChannelName } from './model.ts';

/** How records of one second become one value. */
export type SameSecond = 'mean' | 'last';

/** Where each record falls on the grid. */
export interface Cells {
  /** Seconds from `startMs` rounded down to the first cell. */
  readonly offset: number;
  /** Number of cells with at least one record. */
  readonly count: number;
  /** 1 where a record falls into the cell. */
  readonly recorded: Uint8Array;
  place(column: Float64Array, name: ChannelName, sameSecond: SameSecond): Float64Array;
}

/** Places that move on: the mean of two of them was never visited, or counts distance twice. */
const lastWins: readonly ChannelName[] = ['distance', 'latitude', 'longitude', 'calories'];

/** The cell of each record, or a sentence that says why there is no grid. Nothing is allocated before the checks. */
export function cellsOf(time: Float64Array, fraction: number, maxSeconds: number): Cells | string {
  const first = time[0] as number;
  const last = time[time.length - 1] as number;
  if (!Number.isFinite(first) || !Number.isFinite(last)) return 'time must be finite: clean the samples first';
  const offset = Math.floor(first + fraction);
  const seconds = Math.floor(last + fraction) - offset + 1;
  if (seconds > maxSeconds) return `the activity spans ${seconds} s, more than the ${maxSeconds} s accepted`;
  for (let i = 1; i < time.length; i++)
    if (!((time[i] as number) > (time[i - 1] as number)))
      return `time must strictly increase: record ${i} is at ${time[i]} s after ${time[i - 1]} s; clean the samples first`;

  const recorded = new Uint8Array(seconds);
  let count = 0;
  for (let i = 0; i < time.length; i++) {
    const cell = Math.floor((time[i] as number) + fraction) - offset;
    if (recorded[cell] === 0) count++;
    recorded[cell] = 1;
  }
  const oneToOne = count === seconds && count === time.length;
  return {
    offset,
    count,
    recorded,
    place(column, name, sameSecond) {
      if (oneToOne) return column;
      const mean = sameSecond === 'mean' && count < time.length && !lastWins.includes(name);
      return mean
        ? placeMean(column, time, fraction, offset, seconds)
        : placeLast(column, time, fraction, offset, seconds);
    },
  };
}

function placeLast(column: Float64Array, time: Float64Array, fraction: number, offset: number, seconds: number) {
  const out = new Float64Array(seconds).fill(Number.NaN);
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    if (!Number.isNaN(value)) out[Math.floor((time[i] as number) + fraction) - offset] = value;
  }
  return out;
}

function placeMean(column: Float64Array, time: Float64Array, fraction: number, offset: number, seconds: number) {
  const out = new Float64Array(seconds).fill(Number.NaN);
  let cell = -1;
  let sum = 0;
  let n = 0;
  for (let i = 0; i < column.length; i++) {
    const at = Math.floor((time[i] as number) + fraction) - offset;
    if (at !== cell) {
      if (n > 0) out[cell] = sum / n;
      cell = at;
      sum = 0;
      n = 0;
    }
    const value = column[i] as number;
    if (!Number.isNaN(value)) {
      sum += value;
      n++;
    }
  }
  if (n > 0) out[cell] = sum / n;
  return out;
}
