import { bestMean, type Recording } from '@core/sandbox/athlete';

/** The best of one workout by the service's names of records: W, bpm, m/s. */
export type Peaks = Readonly<Record<string, number>>;

const DURATIONS: readonly (readonly [string, number])[] = [
  ['5sec', 5],
  ['1min', 60],
  ['5min', 300],
  ['10min', 600],
  ['20min', 1200],
  ['60min', 3600],
  ['90min', 5400],
];

const DISTANCES: readonly (readonly [string, number])[] = [
  ['speed400Meter', 400],
  ['speed800Meter', 800],
  ['speed1K', 1000],
  ['speed1Mi', 1609.344],
  ['speed5K', 5000],
  ['speed5Mi', 8046.72],
  ['speed10K', 10_000],
  ['speed10Mi', 16_093.44],
  ['speedHalfMarathon', 21_097.5],
  ['speedMarathon', 42_195],
  ['speed50K', 50_000],
];

export const RECORD_TYPES = {
  Bike: [...DURATIONS.map(([name]) => `power${name}`), ...DURATIONS.map(([name]) => `hR${name}`)],
  Run: [...DURATIONS.map(([name]) => `hR${name}`), ...DISTANCES.map(([name]) => name)],
} as const;

export type RecordSport = keyof typeof RECORD_TYPES;

export const SPORT_OF_TYPE: ReadonlyMap<number, RecordSport> = new Map([
  [2, 'Bike'],
  [3, 'Run'],
]);

export function classOf(type: string): 'Power' | 'HeartRate' | 'Speed' {
  if (type.startsWith('power')) return 'Power';
  return type.startsWith('hR') ? 'HeartRate' : 'Speed';
}

/** Every record that a recording can hold in a sport. */
export function peaksOf({ channels, time }: Recording, sport: RecordSport): Peaks {
  const peaks: Record<string, number> = {};
  for (const [name, seconds] of DURATIONS) {
    const watts = sport === 'Bike' && channels.power ? bestMean(channels.power, seconds) : undefined;
    if (watts !== undefined && watts > 0) peaks[`power${name}`] = Math.round(watts);
    const beats = channels.heartRate ? bestMean(channels.heartRate, seconds) : undefined;
    if (beats !== undefined && beats > 0) peaks[`hR${name}`] = Math.round(beats);
  }
  if (sport === 'Bike' || !channels.distance) return peaks;
  for (const [name, metres] of DISTANCES) {
    const seconds = fastest(channels.distance, time, metres);
    if (seconds === undefined) break;
    peaks[name] = metres / seconds;
  }
  return peaks;
}

/** Shortest time in which a distance was covered; undefined for a recording that is shorter. */
function fastest(distance: ArrayLike<number>, time: ArrayLike<number>, metres: number): number | undefined {
  let best: number | undefined;
  let to = 0;
  for (let from = 0; from < distance.length; from++) {
    while (to < distance.length && distance[to]! - distance[from]! < metres) to += 1;
    if (to >= distance.length) break;
    const covered = distance[to]! - distance[from]!;
    const seconds = ((time[to]! - time[from]!) * metres) / covered;
    if (best === undefined || seconds < best) best = seconds;
  }
  return best;
}
