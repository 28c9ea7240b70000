import type { WireStream } from '../../client/wire/stream.ts';
import { kilojoules, km, kmPerHour, stepsPerMinute } from '../si.ts';
import { isOnFoot } from '../sport.ts';

type Series = readonly (number | null)[];

/** A channel by the name a caller uses: where it is on the wire, and how it is shown. */
interface Channel {
  readonly wire: string;
  readonly unit: (sport: string | null) => string;
  readonly convert: (value: number | null, sport: string | null) => number | null;
}

const same = (value: number | null) => value;

/** A silent heart-rate sensor is stored as 0; nobody's heart is. Coasting zeros of power and cadence are data. */
const gapAtZero = (value: number | null) => (value === 0 ? null : value);

export const channels = {
  power: { wire: 'watts', unit: () => 'power_w', convert: same },
  heart_rate: { wire: 'heartrate', unit: () => 'hr_bpm', convert: gapAtZero },
  cadence: {
    wire: 'cadence',
    unit: (sport) => (isOnFoot(sport) ? 'cadence_spm' : 'cadence_rpm'),
    convert: (value, sport) => (isOnFoot(sport) ? stepsPerMinute(value) : value),
  },
  speed: { wire: 'velocity_smooth', unit: () => 'speed_km_h', convert: kmPerHour },
  distance: { wire: 'distance', unit: () => 'distance_km', convert: km },
  altitude: { wire: 'altitude', unit: () => 'altitude_m', convert: same },
  grade: { wire: 'grade_smooth', unit: () => 'grade_pct', convert: same },
  temperature: { wire: 'temp', unit: () => 'temperature_c', convert: same },
  w_prime_left: { wire: 'w_bal', unit: () => 'w_prime_left_kj', convert: kilojoules },
  respiration: { wire: 'respiration', unit: () => 'respiration_per_min', convert: same },
  muscle_oxygen: { wire: 'smo2', unit: () => 'muscle_oxygen_pct', convert: same },
  core_temperature: { wire: 'core_temperature', unit: () => 'core_temperature_c', convert: same },
  position: { wire: 'latlng', unit: () => 'latitude_deg', convert: same },
} as const satisfies Readonly<Record<string, Channel>>;

export type ChannelName = keyof typeof channels;

export const channelNames = Object.keys(channels) as [ChannelName, ...ChannelName[]];

/** One series of an answer, under a name that holds its unit. */
export interface NamedSeries {
  readonly name: string;
  readonly values: Series;
}

/** The asked-for channels that the activity has, converted; a position becomes two series. */
export function namedSeries(
  streams: readonly WireStream[],
  asked: readonly ChannelName[],
  sport: string | null,
): { readonly series: readonly NamedSeries[]; readonly missing: readonly ChannelName[] } {
  const byType = new Map(streams.map((stream) => [stream.type, stream]));
  const missing: ChannelName[] = [];
  const series = asked.flatMap((name): NamedSeries[] => {
    const channel: Channel = channels[name];
    const stream = byType.get(channel.wire);
    if (stream === undefined || stream.data.every((value) => value === null)) {
      missing.push(name);
      return [];
    }
    const values = stream.data.map((value) => channel.convert(value, sport));
    if (name !== 'position') return [{ name: channel.unit(sport), values }];
    return [
      { name: 'latitude_deg', values },
      { name: 'longitude_deg', values: stream.data2 },
    ];
  });
  return { series, missing };
}
