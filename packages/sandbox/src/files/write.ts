import { writeFitActivity } from '@core/activity-files/write';
import type { ChannelName, Samples } from '@core/metrics/samples';
import { instantOf, localTime } from '../athlete/days.ts';
import { POOL_LENGTH_M } from '../athlete/motion.ts';
import type { AthleteProfile } from '../athlete/profile.ts';
import type { Channel, Recording } from '../athlete/recording.ts';
import type { Session, Sport } from '../athlete/session.ts';

const CHANNELS: Readonly<Record<Exclude<Channel, 'grade'>, ChannelName>> = {
  power: 'power',
  heartRate: 'heart_rate',
  cadence: 'cadence',
  speed: 'speed',
  distance: 'distance',
  altitude: 'altitude',
  temperature: 'temperature',
  latitude: 'latitude',
  longitude: 'longitude',
};

const SPORTS: Readonly<Record<Sport, { sport: string; subSport: string }>> = {
  ride: { sport: 'cycling', subSport: 'road' },
  'virtual-ride': { sport: 'cycling', subSport: 'virtual_activity' },
  'gravel-ride': { sport: 'cycling', subSport: 'gravel_cycling' },
  run: { sport: 'running', subSport: 'street' },
  'trail-run': { sport: 'running', subSport: 'trail' },
  hike: { sport: 'hiking', subSport: 'generic' },
  swim: { sport: 'swimming', subSport: 'lap_swimming' },
  strength: { sport: 'training', subSport: 'strength_training' },
};

/** The device's file of a session: a FIT activity with its laps, pauses and pool lengths. */
export function activityFile(
  session: Session,
  recording: Recording,
  profile: AthleteProfile,
  without: { power?: boolean; heartRate?: boolean } = {},
): Uint8Array {
  const start = instantOf(session.startLocal, profile.timeZone);
  const samples = samplesOf(session, recording, start.getTime(), without);
  const at = (index: number) => recording.time[Math.min(index, recording.length - 1)] ?? 0;
  const laps = recording.laps.map((lap) => ({
    startMs: start.getTime() + 1000 * at(lap.startIndex),
    elapsedS: at(lap.endIndex) - at(lap.startIndex),
    timerS: lap.endIndex - lap.startIndex,
    trigger: 'manual',
    intensity: lap.step.kind === 'rest' ? 'rest' : 'active',
  }));
  return writeFitActivity({
    samples,
    ...SPORTS[session.sport],
    ...(laps.length > 0 ? { laps } : {}),
    ...(recording.lengths === undefined ? {} : { lengths: poolLengths(recording, start.getTime()) }),
    recorder: { manufacturer: session.source === 'zwift' ? 'zwift' : 'garmin', product: 1, serialNumber: 1 },
    localOffsetMs: new Date(`${localTime(start, profile.timeZone)}Z`).getTime() - start.getTime(),
  });
}

function samplesOf(
  session: Session,
  recording: Recording,
  startMs: number,
  without: { power?: boolean; heartRate?: boolean },
): Samples {
  const onFoot = session.sport === 'run' || session.sport === 'trail-run' || session.sport === 'hike';
  const channels: Partial<Record<ChannelName, Float64Array>> = {};
  for (const [channel, name] of Object.entries(CHANNELS) as [Exclude<Channel, 'grade'>, ChannelName][]) {
    const values = recording.channels[channel];
    if (!values || (channel === 'power' && without.power) || (channel === 'heartRate' && without.heartRate)) continue;
    // Files hold steps of both feet, the simulator strides of one.
    const factor = channel === 'cadence' && onFoot ? 2 : 1;
    channels[name] = Float64Array.from(values, (value) => value * factor);
  }
  const pauses = recording.pauses.map(({ index, seconds }) => {
    const to = recording.time[index]!;
    return { from: to - seconds, to };
  });
  return { startMs, time: Float64Array.from(recording.time), channels, pauses };
}

function poolLengths(recording: Recording, startMs: number) {
  const { distance } = recording.channels;
  const lengths = [];
  let from = 0;
  for (let i = 1; distance && i < recording.length; i++) {
    const done = Math.round(distance[i]! / POOL_LENGTH_M - 1e-3);
    if (distance[i]! < (lengths.length + 1) * POOL_LENGTH_M - 1e-2 || done < lengths.length + 1) continue;
    const seconds = i + 1 - from;
    lengths.push({
      startMs: startMs + 1000 * from,
      elapsedS: seconds,
      timerS: seconds,
      active: true,
      strokes: Math.round(seconds / 2),
      stroke: 'freestyle',
      avgSpeedMs: POOL_LENGTH_M / seconds,
    });
    from = i + 1;
  }
  return lengths;
}
