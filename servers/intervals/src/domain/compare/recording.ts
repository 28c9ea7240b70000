import { type Grid, resample, type Samples } from '@core/metrics/samples';
import type { WireInterval } from '../../client/wire/interval.ts';
import type { WireStream } from '../../client/wire/stream.ts';
import type { Measure } from './plan.ts';

/** Where each measure is on the wire, and in the sample model. */
export const measured = {
  power: { stream: 'watts', channel: 'power' },
  hr: { stream: 'heartrate', channel: 'heart_rate' },
  speed: { stream: 'velocity_smooth', channel: 'speed' },
} as const satisfies Readonly<Record<Measure, object>>;

/** The recording of one measure at 1 Hz; `undefined` when the activity does not have it. */
export function effortOf(streams: readonly WireStream[], measure: Measure): Float64Array | undefined {
  const time = streams.find(({ type }) => type === 'time')?.data;
  const data = streams.find(({ type }) => type === measured[measure].stream)?.data;
  if (time === undefined || data === undefined) return undefined;
  const kept = time.flatMap((second, i) => (second === null ? [] : [{ second, value: data[i] ?? null }]));
  const samples: Samples = {
    startMs: null,
    time: Float64Array.from(kept, ({ second }) => second),
    channels: { [measured[measure].channel]: Float64Array.from(kept, ({ value }) => sample(value, measure)) },
    pauses: [],
  };
  const grid: Grid | null = resample(samples).value;
  return grid?.channels[measured[measure].channel];
}

/** A silent heart-rate sensor is stored as 0. */
function sample(value: number | null, measure: Measure): number {
  return value === null || (measure === 'hr' && value === 0) ? Number.NaN : value;
}

/** A part of an activity in half-open seconds. */
export interface LabelledStretch {
  readonly from: number;
  readonly to: number;
  readonly label: string | null;
}

/** Stretches that the platform cut the activity into, as whole seconds in order; those that overlap are left out. */
export function stretchesOf(intervals: readonly WireInterval[], seconds: number): LabelledStretch[] {
  const found: LabelledStretch[] = [];
  for (const { start_time: from, end_time: end, label } of intervals) {
    if (from === null || end === null) continue;
    const to = Math.min(Math.round(end), seconds);
    const start = Math.round(from);
    if (start >= (found.at(-1)?.to ?? 0) && to > start) found.push({ from: start, to, label });
  }
  return found;
}
