import { rawFields } from './raw-fields.ts';
import type { Scan } from './scan.ts';
import { fitTimeToMs, hasTime } from './time.ts';

const hrMessage = 132;
const fractionalTimestamp = 0;
const filteredBpm = 6;
const eventTimestamp = 9;
const eventTimestamp12 = 10;
const ticksPerSecond = 1024;

/** Heart rate that a chest strap stored under water and handed over later. */
export interface StrapHeartRate {
  /** Milliseconds, in the order of the messages. */
  readonly timeMs: readonly number[];
  readonly bpm: readonly number[];
}

/**
 * Reads the `hr` messages. The strap counts in 1/1024 s: one message ties its counter to a timestamp, the following ones
 * carry the low 12 bits of the counter, two packed into three bytes, each a little later than the one before.
 */
export function readStrapHeartRate(scan: Scan): StrapHeartRate {
  const fields = rawFields(scan, hrMessage);
  const rates = { timeMs: [] as number[], bpm: [] as number[] };
  if (fields === null) return rates;
  let anchorMs = Number.NaN;
  let ticks = 0;
  const beat = (counter: number, rate: number | undefined): void => {
    anchorMs += ((counter - ticks) / ticksPerSecond) * 1000;
    ticks = counter;
    if (rate === undefined || rate === 0 || rate === 0xff || Number.isNaN(anchorMs)) return;
    rates.timeMs.push(anchorMs);
    rates.bpm.push(rate);
  };
  for (let i = 0; i < fields.count; i++) {
    const bpm = fields.bytes(i, filteredBpm) ?? noBytes;
    const whole = fields.value(i, eventTimestamp);
    if (Number.isNaN(whole))
      eachCounter(fields.bytes(i, eventTimestamp12) ?? noBytes, (low, j) => beat(unwrap(ticks, low), bpm[j]));
    else {
      const seconds = fields.time(i);
      const fraction = fields.value(i, fractionalTimestamp);
      if (hasTime(seconds)) anchorMs = fitTimeToMs(seconds) + (Number.isNaN(fraction) ? 0 : (fraction / 32_768) * 1000);
      ticks = whole;
      beat(whole, bpm[0]);
    }
  }
  return rates;
}

const noBytes = new Uint8Array(0);

/** The next counter at or after `last` whose low twelve bits are `low`. */
function unwrap(last: number, low: number): number {
  return last + ((low - (last % 4096) + 4096) % 4096);
}

/** Twelve-bit counters, two in three bytes, low nibble first. */
function eachCounter(bytes: Uint8Array, visit: (low: number, index: number) => void): void {
  for (let i = 0, j = 0; i + 3 <= bytes.length; i += 3, j += 2) {
    const middle = bytes[i + 1] as number;
    visit((bytes[i] as number) | ((middle & 15) << 8), j);
    visit((middle >> 4) | ((bytes[i + 2] as number) << 4), j + 1);
  }
}

/**
 * Fills heart rate where the records have none: each sample takes the last strap value of the second before it. A value
 * of the record always stays. Returns the column, or undefined when the strap adds nothing.
 */
export function mergeStrapHeartRate(
  strap: StrapHeartRate,
  startMs: number,
  time: Float64Array,
  recorded: Float64Array | undefined,
): Float64Array | undefined {
  if (strap.timeMs.length === 0) return recorded;
  const { timeMs, bpm } = inOrder(strap);
  const column = recorded?.slice() ?? new Float64Array(time.length).fill(Number.NaN);
  let next = 0;
  let used = 0;
  let latest = -1;
  for (let row = 0; row < time.length; row++) {
    const at = startMs + (time[row] as number) * 1000;
    while (next < timeMs.length && (timeMs[next] as number) <= at) latest = next++;
    if (!Number.isNaN(column[row]) || latest < 0) continue;
    if (at - (timeMs[latest] as number) > 2000) continue;
    column[row] = bpm[latest] as number;
    used++;
  }
  return used > 0 ? column : recorded;
}

/** By time; straps nearly always hand it over so. Values of the same instant keep their order. */
function inOrder(strap: StrapHeartRate): StrapHeartRate {
  const { timeMs, bpm } = strap;
  if (timeMs.every((at, i) => i === 0 || (timeMs[i - 1] as number) <= at)) return strap;
  const order = timeMs.map((_, i) => i).sort((a, b) => (timeMs[a] as number) - (timeMs[b] as number));
  return { timeMs: order.map((i) => timeMs[i] as number), bpm: order.map((i) => bpm[i] as number) };
}
