import type { RecordedSeries } from '@core/mcp-kit';
import type { ChannelName as GridChannel } from '@core/metrics/samples';
import type { DecodedRide } from './decode.ts';

/** Channels by the names callers use. Positions are not among them: they show where somebody lives. */
const channels = {
  power: { column: 'power', name: 'power_w', factor: 1 },
  heart_rate: { column: 'heart_rate', name: 'hr_bpm', factor: 1 },
  cadence: { column: 'cadence', name: 'cadence_rpm', factor: 1 },
  speed: { column: 'speed', name: 'speed_km_h', factor: 3.6 },
  distance: { column: 'distance', name: 'distance_km', factor: 0.001 },
  altitude: { column: 'altitude', name: 'altitude_m', factor: 1 },
  temperature: { column: 'temperature', name: 'temperature_c', factor: 1 },
} as const satisfies Record<string, { column: GridChannel; name: string; factor: number }>;

export type StreamChannel = keyof typeof channels;

export const streamChannels = Object.keys(channels) as [StreamChannel, ...StreamChannel[]];

/** The asked-for channels that were recorded, second by second, and those that were not. */
export function recordedStreams({ grid }: DecodedRide, asked: readonly StreamChannel[]) {
  const missing: StreamChannel[] = [];
  const series = [...new Set(asked)].flatMap((channel): RecordedSeries[] => {
    const { column, name, factor } = channels[channel];
    const values = grid.channels[column];
    if (values === undefined) {
      missing.push(channel);
      return [];
    }
    return [{ name, values: Array.from(values, (value) => (Number.isNaN(value) ? null : value * factor)) }];
  });
  return { seconds: Array.from({ length: grid.seconds }, (_, second) => second), series, missing };
}
