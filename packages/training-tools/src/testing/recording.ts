import type { ChannelName } from '@core/metrics/samples';
import type { Recording } from '../ports/index.ts';

/** What each channel shows at a second. */
export type Signals = Readonly<Partial<Record<ChannelName, (second: number) => number>>>;

/** A recording at 1 Hz without gaps, with the device's laps one after another by their lengths. */
export function recording(seconds: number, signals: Signals, lapLengths: readonly number[] = []): Recording {
  const names = Object.keys(signals) as ChannelName[];
  let from = 0;
  const laps = lapLengths.map((length) => {
    const lap = { fromS: from, toS: from + length, label: null };
    from += length;
    return lap;
  });
  return {
    samples: {
      startMs: null,
      time: Float64Array.from({ length: seconds }, (_, i) => i),
      channels: Object.fromEntries(
        names.map((name) => [name, Float64Array.from({ length: seconds }, (_, i) => signals[name]!(i))]),
      ),
      pauses: [],
    },
    laps,
    lapSource: laps.length > 0 ? 'device' : null,
    damage: [],
  };
}
