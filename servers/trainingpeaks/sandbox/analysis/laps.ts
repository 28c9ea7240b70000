import { heartRateLoad, type Lap, type Recording } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import { measure } from '../workouts/measured.ts';
import { round } from './summary.ts';

const COLUMNS: Readonly<Record<string, readonly [string, string | null, string]>> = {
  Name: ['Lap', null, 'string'],
  TotalElapsedTime: ['Elapsed time', 'h:m:s', 'int'],
  TotalTimerTime: ['Duration', 'h:m:s', 'int'],
  TotalMovingTime: ['Moving time', 'h:m:s', 'int'],
  TotalDistance: ['Distance', 'km', 'double'],
  AveragePower: ['Avg Power', 'W', 'int'],
  AverageHeartRate: ['Avg HR', 'bpm', 'int'],
  MinimumHeartRate: ['Min HR', 'bpm', 'int'],
  MaximumHeartRate: ['Max HR', 'bpm', 'int'],
  AverageSpeed: ['Avg Speed', 'km/h', 'double'],
  MaximumSpeed: ['Max Speed', 'km/h', 'double'],
  AveragePace: ['Avg Pace', 'min/km', 'double'],
  AverageAltitude: ['Avg Elevation', 'm', 'double'],
  MinimumAltitude: ['Min Elevation', 'm', 'double'],
  MaximumAltitude: ['Max Elevation', 'm', 'double'],
  AverageVam: ['VAM', 'm/h', 'int'],
  TotalAscent: ['El. Gain', 'm', 'double'],
  TotalDescent: ['El. Loss', 'm', 'double'],
  TotalCalories: ['Calories', 'kcal', 'int'],
  hrTSS: ['hrTSS', null, 'double'],
  hrIntensityFactor: ['hrIF', null, 'double'],
};

/** The laps of a recording; the whole of it as one where the device made none. Keys without a value are absent. */
export function lapsData(record: AthleteRecord, recording: Recording): Row {
  const laps = recording.laps.length > 0 ? recording.laps : [undefined];
  const data = laps.map((lap, index) => lapRow(record, recording, lap, index));
  const seen = new Set(data.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(COLUMNS).filter(([key]) => seen.has(key));
  return {
    columnMetadata: Object.fromEntries(
      columns.map(([key, [friendlyName, unit, type]]) => [key, { friendlyName, unit, type }]),
    ),
    data,
    lapDetectionState: { powerIntervalsDetected: false },
    lapSources: { Device: data.length },
  };
}

function lapRow(record: AthleteRecord, recording: Recording, lap: Lap | undefined, index: number): Row {
  const from = lap?.startIndex ?? 0;
  const to = lap?.endIndex ?? recording.length;
  const m = measure(recording, from, to);
  const whole = (value: number | null) => (value === null ? undefined : Math.round(value));
  const scaled = (value: number | null, factor: number) => (value === null ? undefined : round(value * factor, 2));
  const beats = recording.channels.heartRate?.subarray(from, to);
  const hrTss = beats && heartRateLoad(beats, record.profile.lthrRide, record.profile);
  const row: Row = {
    id: index + 1,
    Name: `Lap ${index + 1}`,
    Source: 'Device',
    Intensity: lap?.step.kind === 'rest' ? 'Rest' : 'Active',
    LapTrigger: 'Manual',
    WorkoutStepIndex: index,
    startOffsetSeconds: recording.time[from] ?? 0,
    stopOffsetSeconds: (recording.time[to - 1] ?? 0) + 1,
    TotalElapsedTime: m.elapsed,
    TotalTimerTime: m.seconds,
    TotalMovingTime: m.moving,
    TotalDistance: scaled(m.distance, 0.001),
    AveragePower: whole(m.powerAverage),
    AverageHeartRate: whole(m.heartRateAverage),
    MinimumHeartRate: whole(m.heartRateMinimum),
    MaximumHeartRate: whole(m.heartRateMaximum),
    AverageSpeed: scaled(m.speedAverage, 3.6),
    MaximumSpeed: scaled(m.speedMaximum, 3.6),
    AveragePace: m.speedAverage ? round(1000 / m.speedAverage / 60, 2) : undefined,
    AverageAltitude: scaled(m.elevationAverage, 1),
    MinimumAltitude: scaled(m.elevationMinimum, 1),
    MaximumAltitude: scaled(m.elevationMaximum, 1),
    AverageVam:
      m.elevationGain === null || m.moving === 0 ? undefined : Math.round((m.elevationGain / m.moving) * 3600),
    TotalAscent: scaled(m.elevationGain, 1),
    TotalDescent: scaled(m.elevationLoss, 1),
    TotalCalories: whole(m.kilojoules),
    hrTSS: hrTss === undefined ? undefined : round(hrTss, 1),
    hrIntensityFactor: hrTss === undefined ? undefined : round(Math.sqrt((36 * hrTss) / m.seconds), 2),
  };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
