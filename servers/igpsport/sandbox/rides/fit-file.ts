import { type SummaryToWrite, writeFitActivity } from '@core/activity-files/write';
import { type Channel, instantOf, type Recording, type Session } from '@core/sandbox/athlete';
import { type Measures, measure } from './measures.ts';

const CHANNEL_NAMES = {
  power: 'power',
  heartRate: 'heart_rate',
  cadence: 'cadence',
  speed: 'speed',
  distance: 'distance',
  altitude: 'altitude',
  temperature: 'temperature',
  latitude: 'latitude',
  longitude: 'longitude',
} as const satisfies Partial<Record<Channel, string>>;

/** A session as the head unit wrote it: a real FIT file with records, laps, pauses and the totals of the device. */
export function fitFile(session: Session, recording: Recording, timeZone: string): Uint8Array {
  const startMs = instantOf(session.startLocal, timeZone).getTime();
  const running = session.sport === 'run' || session.sport === 'trail-run';
  const sport = running ? 'running' : 'cycling';
  const channels: Record<string, Float64Array> = {};
  for (const [name, column] of Object.entries(CHANNEL_NAMES)) {
    const values = recording.channels[name as Channel];
    // Files hold steps of both feet, the simulator strides of one.
    const factor = running && name === 'cadence' ? 2 : 1;
    if (values !== undefined) channels[column] = Float64Array.from(values, (value) => value * factor);
  }
  const time = Float64Array.from(recording.time);
  const samples = {
    startMs,
    time,
    channels,
    pauses: recording.pauses.map(({ index, seconds }) => {
      const to = time[index] ?? 0;
      return { from: Math.max(0, to - seconds), to };
    }),
  };
  const summary = (measures: Measures, atMs: number): SummaryToWrite => ({
    sport,
    subSport: session.sport === 'virtual-ride' ? 'virtual_activity' : null,
    startMs: atMs,
    ...totalsOf(measures),
  });
  return writeFitActivity({
    samples,
    sport,
    subSport: session.sport === 'virtual-ride' ? 'virtual_activity' : null,
    sessions: [{ ...summary(measure(recording), startMs), trigger: 'activity_end' }],
    laps: recording.laps.map(({ startIndex, endIndex }) => ({
      ...summary(measure(recording, startIndex, endIndex), startMs + (time[startIndex] ?? 0) * 1000),
      trigger: 'manual',
    })),
    recorder: {
      manufacturer: 115,
      product: 301,
      productName: session.device ?? 'iGPSPORT BSC300',
      softwareVersion: 1.12,
    },
    localOffsetMs: new Date(`${session.startLocal}Z`).getTime() - startMs,
  });
}

function totalsOf(measures: Measures): SummaryToWrite {
  const whole = (value: number | undefined) => (value === undefined ? null : Math.round(value));
  return {
    elapsedS: measures.elapsed,
    timerS: measures.seconds,
    distanceM: measures.metres,
    avgPowerW: whole(measures.power?.mean),
    maxPowerW: whole(measures.power?.high),
    normalizedPowerW: whole(measures.normalized),
    avgHeartRateBpm: whole(measures.heartRate?.mean),
    maxHeartRateBpm: whole(measures.heartRate?.high),
    avgCadenceRpm: whole(measures.cadence?.mean),
    maxCadenceRpm: whole(measures.cadence?.high),
    avgSpeedMs: measures.seconds === 0 ? null : measures.metres / measures.seconds,
    maxSpeedMs: measures.speed?.high ?? null,
    ascentM: whole(measures.ascent),
    descentM: whole(measures.descent),
    caloriesKcal: whole(measures.kilocalories),
  };
}
