import { gradeAdjustedSpeed, type Recording } from '@core/sandbox/athlete';
import { float32 } from '../shape/json.ts';
import { unprocessable } from '../shape/refusal.ts';
import { wPrimeBalance } from './arithmetic.ts';
import type { Facts } from './facts.ts';
import type { StoredActivity } from './stored.ts';
import { streamTypes } from './summary.ts';

export interface Stream {
  readonly type: string;
  readonly data: (number | null)[];
  readonly data2: (number | null)[] | null;
  readonly custom: boolean;
}

const KNOWN: ReadonlySet<string> = new Set(
  `time watts raw_watts fixed_watts interpolated_watts cadence heartrate raw_heartrate fixed_heartrate interpolated_heartrate
  distance altitude fixed_altitude latlng velocity_smooth ga_velocity moving grade_smooth temp torque left_right_balance
  left_pedal_smoothness right_pedal_smoothness left_torque_effectiveness right_torque_effectiveness smo2 thb smo2_2 thb_2 dfa_a1
  artifacts hrv epoc respiration tidal_volume tidal_volume_min core_temperature skin_temperature heat_strain_index stride_length
  corrupt_time w_bal mpa strain p_cp p_pmax p_wprime watts_alt watts_alt_acc secondary_power bloodglucose weather_temp feels_like
  wind_speed wind_gust wind_deg bearing apparent_wind_deg yaw stance_time vertical_oscillation vertical_ratio step_length`.split(
    /\s+/,
  ),
);

/** Refuses names that are not streams; absent ones are simply left out of the answer. */
export function askedTypes(types: string | null): string[] | undefined {
  if (types === null || types === '') return undefined;
  const asked = types.split(',').map((type) => type.trim());
  if (asked.some((type) => !KNOWN.has(type))) throw unprocessable('Invalid stream type');
  return asked;
}

export function isStreamType(type: string): boolean {
  return KNOWN.has(type);
}

/** The streams in the order in which they are kept, whatever the order in which they were asked. */
export function streamsOf(
  activity: StoredActivity,
  recording: Recording,
  facts: Facts,
  asked: string[] | undefined,
): Stream[] {
  const stored = streamTypes(recording);
  const computed = [
    'raw_watts',
    'fixed_watts',
    'fixed_heartrate',
    'fixed_altitude',
    'grade_smooth',
    'ga_velocity',
    'w_bal',
  ];
  const wanted = asked ? new Set(asked) : new Set([...stored, 'raw_watts']);
  const order = [...stored, ...computed, ...activity.streams.keys()];
  return [...new Set(order)]
    .filter((type) => wanted.has(type))
    .flatMap((type) => oneStream(activity, recording, facts, type));
}

function oneStream(activity: StoredActivity, recording: Recording, facts: Facts, type: string): Stream[] {
  const written = activity.streams.get(type);
  if (written) return [{ type, data: written.data, data2: written.data2, custom: !KNOWN.has(type) }];
  const { channels } = recording;
  if (type === 'latlng') {
    const { latitude, longitude } = channels;
    return latitude && longitude ? [{ type, data: numbers(latitude), data2: numbers(longitude), custom: false }] : [];
  }
  const values = valuesOf(recording, facts, type);
  return values ? [{ type, data: numbers(values), data2: null, custom: false }] : [];
}

function valuesOf(recording: Recording, facts: Facts, type: string): ArrayLike<number> | undefined {
  const { power, heartRate, cadence, distance, altitude, speed, temperature, grade } = recording.channels;
  switch (type) {
    case 'time':
      return recording.time;
    case 'watts':
    case 'raw_watts':
    case 'fixed_watts':
      return power;
    case 'heartrate':
    case 'fixed_heartrate':
      return heartRate;
    case 'cadence':
      return cadence;
    case 'distance':
      return distance;
    case 'altitude':
    case 'fixed_altitude':
      return altitude;
    case 'velocity_smooth':
      return speed;
    case 'temp':
      return temperature;
    case 'grade_smooth':
      return grade ? Float32Array.from(grade, (rise) => Math.round(rise * 1000) / 10) : undefined;
    case 'ga_velocity':
      return speed && grade ? gradeAdjustedSpeed(speed, grade) : undefined;
    case 'w_bal':
      return power && facts.ftp !== null ? wPrimeBalance(power, facts.ftp, facts.wPrime).map(Math.round) : undefined;
    default:
      return undefined;
  }
}

function numbers(values: ArrayLike<number>): (number | null)[] {
  const list: (number | null)[] = new Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    list[i] = Number.isNaN(value) ? null : float32(value);
  }
  return list;
}

/** The stream as the service wraps it. */
export function streamRow(stream: Stream): Record<string, unknown> {
  return {
    type: stream.type,
    name: null,
    data: stream.data,
    data2: stream.data2,
    valueType: stream.type === 'time' ? 'java.lang.Integer' : 'java.lang.Float',
    valueTypeIsArray: false,
    anomalies: null,
    custom: stream.custom,
    allNull: stream.data.every((value) => value === null),
  };
}
