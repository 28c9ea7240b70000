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
  const timeMs: number[] = [];
  const bpm: number[] = [];
  let anchorMs = Number.NaN;
  let anchorTicks = 0;
  let ticks = 0;
  for (let i = 0; i < (fields?.count ?? 0); i++) {
    if (fields === null) break;
    const beats = fields.elements(i, filteredBpm);
    let counters = fields.elements(i, eventTimestamp);
    if (counters.length > 0 && !Number.isNaN(counters[0])) {
      const seconds = fields.time(i);
      const fraction = fields.value(i, fractionalTimestamp);
      if (hasTime(seconds)) {
        anchorMs = fitTimeToMs(seconds) + (Number.isNaN(fraction) ? 0 : (fraction / 32_768) * 1000);
        anchorTicks = counters[0] as number;
      }
    } else counters = unpack(fields.bytes(i, eventTimestamp12), ticks);
    for (const [j, at] of counters.entries()) {
      if (Number.isNaN(at)) continue;
      ticks = at;
      const rate = beats[j];
      if (rate === undefined || Number.isNaN(rate) || rate === 0 || Number.isNaN(anchorMs)) continue;
      timeMs.push(anchorMs + ((at - anchorTicks) / ticksPerSecond) * 1000);
      bpm.push(rate);
    }
  }
  return { timeMs, bpm };
}

/** Twelve-bit counters, low nibble first, unwrapped upwards from `last`. */
function unpack(bytes: Uint8Array | null, last: number): number[] {
  const counters: number[] = [];
  let ticks = last;
  for (let i = 0; bytes !== null && i + 3 <= bytes.length; i += 3) {
    const middle = bytes[i + 1] as number;
    for (const low of [(bytes[i] as number) | ((middle & 15) << 8), (middle >> 4) | ((bytes[i + 2] as number) << 4)]) {
      ticks += (low - (ticks % 4096) + 4096) % 4096;
      counters.push(ticks);
    }
  }
  return counters;
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
  const order = strap.timeMs.map((_, i) => i).sort((a, b) => (strap.timeMs[a] as number) - (strap.timeMs[b] as number));
  const column = recorded?.slice() ?? new Float64Array(time.length).fill(Number.NaN);
  let next = 0;
  let used = 0;
  let latest = -1;
  for (let row = 0; row < time.length; row++) {
    const at = startMs + (time[row] as number) * 1000;
    while (next < order.length && (strap.timeMs[order[next] as number] as number) <= at)
      latest = order[next++] as number;
    if (!Number.isNaN(column[row]) || latest < 0) continue;
    if (at - (strap.timeMs[latest] as number) > 2000) continue;
    column[row] = strap.bpm[latest] as number;
    used++;
  }
  return used > 0 ? column : recorded;
}
