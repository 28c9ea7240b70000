import type { RrIntervals } from '../activity/model.ts';
import { type RawFields, rawFields } from './raw-fields.ts';
import type { Scan } from './scan.ts';
import { fitTimeToMs, hasTime } from './time.ts';

/** Messages that hold beat intervals: number, field, milliseconds a unit of the decoded element. */
const sources = [
  { message: 78, field: 0, read: (raw: number) => raw },
  { message: 290, field: 1, read: (raw: number) => raw },
  /** 14 bits of milliseconds; bit 14 is the quality, bit 15 a gap before the beat. */
  { message: 372, field: 1, read: (raw: number) => (raw & 0x8000 ? Number.NaN : raw & 0x3fff) },
] as const;

/** Beat intervals of the file: `hrv` messages, else `beat_intervals`, else raw beats of the wrist sensor. */
export function readRrIntervals(scan: Scan, startMs: number): RrIntervals {
  for (const { message, field, read } of sources) {
    const fields = rawFields(scan, message);
    if (fields !== null) return collect(fields, field, read, startMs);
  }
  return { intervalsMs: new Float64Array(0), timeS: new Float64Array(0) };
}

function collect(fields: RawFields, field: number, read: (raw: number) => number, startMs: number): RrIntervals {
  const intervals: number[] = [];
  const times: number[] = [];
  for (let i = 0; i < fields.count; i++) {
    const seconds = fields.time(i);
    const at = hasTime(seconds) ? (fitTimeToMs(seconds) - startMs) / 1000 : Number.NaN;
    fields.eachElement(i, field, (raw) => {
      const interval = Number.isNaN(raw) ? raw : read(raw);
      if (Number.isNaN(interval)) return;
      intervals.push(interval);
      times.push(at);
    });
  }
  return { intervalsMs: Float64Array.from(intervals), timeS: Float64Array.from(times) };
}
