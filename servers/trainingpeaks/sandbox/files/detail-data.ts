import type { Channel, Recording } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import { peaksOf } from '../reports/peaks.ts';
import type { Row } from '../shape/body.ts';
import { type Measured, measure } from '../workouts/measured.ts';

const CHANNELS: readonly (readonly [string, Channel])[] = [
  ['Distance', 'distance'],
  ['Power', 'power'],
  ['HeartRate', 'heartRate'],
  ['Cadence', 'cadence'],
  ['Speed', 'speed'],
  ['Elevation', 'altitude'],
  ['Temperature', 'temperature'],
];

/** What was recorded, second by second, and its laps. */
export function detailData(record: AthleteRecord, row: Row, recording: Recording, samplesAsObjects: boolean): Row {
  const at = (index: number) => (recording.time[Math.min(index, recording.length - 1)] ?? 0) * 1000;
  const threshold = record.person.simulated.season.ftpSettingOn(String(row.workoutDay).slice(0, 10));
  const stats = (name: string, from: number, to: number) =>
    statsOf(name, at(from), to >= recording.length ? at(to) + 1000 : at(to), measure(recording, from, to), threshold);
  const laps = recording.laps.map((lap, i) => stats(`Lap ${i + 1}`, lap.startIndex, lap.endIndex));
  const peaks = peaksOf(recording, row.workoutTypeValueId === 3 ? 'Run' : 'Bike');
  const named = (start: string) =>
    Object.entries(peaks)
      .filter(([name]) => name.startsWith(start))
      .map(([name, value]) => ({ name, value }));
  return {
    workoutId: row.workoutId,
    totalStats: stats('Entire workout', 0, recording.length),
    lapsStats: laps.length > 0 ? laps : [stats('Lap 1', 0, recording.length)],
    rangesStats: [],
    flatSamples: flatSamples(recording, samplesAsObjects),
    peakPowers: named('power'),
    peakHeartRates: named('hR'),
    peakSpeeds: [],
    peakSpeedsByDistance: named('speed'),
    peakCadences: [],
    meanMaxPowers: null,
    meanMaxHeartRates: null,
    meanMaxSpeeds: null,
  };
}

/** Times in milliseconds, the rest as in a workout. */
function statsOf(name: string, begin: number, end: number, m: Measured, ftp: number): Row {
  const intensity = m.normalizedPower === null ? null : m.normalizedPower / ftp;
  return {
    name,
    begin,
    end,
    elapsedTime: m.elapsed * 1000,
    stoppedTime: (m.elapsed - m.seconds) * 1000,
    distance: m.distance,
    averageHeartRate: m.heartRateAverage,
    maximumHeartRate: m.heartRateMaximum,
    averagePower: m.powerAverage,
    maximumPower: m.powerMaximum,
    normalizedPowerActual: m.normalizedPower,
    averageCadence: m.cadenceAverage,
    maximumCadence: m.cadenceMaximum,
    averageSpeed: m.speedAverage,
    maximumSpeed: m.speedMaximum,
    elevationGain: m.elevationGain,
    elevationLoss: m.elevationLoss,
    trainingStressScoreActual: intensity === null ? null : (intensity ** 2 * m.seconds) / 36,
    intensityFactorActual: intensity,
    calories: m.kilojoules,
    energy: m.kilojoules,
  };
}

function flatSamples(recording: Recording, asObjects: boolean): Row {
  const present = CHANNELS.filter(([, channel]) => recording.channels[channel] !== undefined);
  const samples: unknown[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < recording.length; i++) {
    const values = present.map(([, channel]) => rounded(recording.channels[channel]![i]!));
    samples.push(asObjects ? { millisecondOffset: recording.time[i]! * 1000, values } : values);
    offsets.push(recording.time[i]! * 1000);
  }
  return { channelMask: present.map(([name]) => name), samples, msOffsetsOfSamples: offsets };
}

/** JSON has no NaN: a lost sample is null. */
function rounded(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 1000) / 1000;
}
