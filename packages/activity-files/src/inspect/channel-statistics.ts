import type { ChannelName } from '@core/metrics/samples';
import type { Activity } from '../activity/model.ts';

export interface ChannelStatistics {
  readonly name: string;
  readonly samples: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** Count, mean, smallest and largest value of a column; null when it holds no data. */
export function statisticsOf(name: string, column: Float64Array): ChannelStatistics | null {
  let samples = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    samples++;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return samples === 0 ? null : { name, samples, mean: sum / samples, min, max };
}

/** The channels that hold data, the common ones first. */
export function channelStatistics({ samples }: Activity): ChannelStatistics[] {
  const order = (name: string): number => {
    const place = commonFirst.indexOf(name as ChannelName);
    return place < 0 ? commonFirst.length : place;
  };
  return (Object.entries(samples.channels) as [ChannelName, Float64Array][])
    .sort(([a], [b]) => order(a) - order(b))
    .flatMap(([name, column]) => statisticsOf(name, column) ?? []);
}

const commonFirst: readonly ChannelName[] = [
  'power',
  'heart_rate',
  'cadence',
  'speed',
  'distance',
  'altitude',
  'latitude',
  'longitude',
  'temperature',
  'grade',
];

/** Unit of each channel, as CSV headers and tables show it. */
export const channelUnits: Readonly<Record<ChannelName, string>> = {
  power: 'W',
  heart_rate: 'bpm',
  cadence: 'rpm',
  speed: 'm/s',
  distance: 'm',
  altitude: 'm',
  latitude: 'deg',
  longitude: 'deg',
  temperature: 'C',
  core_temperature: 'C',
  skin_temperature: 'C',
  grade: '%',
  calories: 'kcal',
  respiration_rate: '/min',
  left_right_balance: '%',
  left_torque_effectiveness: '%',
  right_torque_effectiveness: '%',
  left_pedal_smoothness: '%',
  right_pedal_smoothness: '%',
  left_platform_center_offset: 'mm',
  right_platform_center_offset: 'mm',
  vertical_oscillation: 'mm',
  vertical_ratio: '%',
  stance_time: 'ms',
  stance_time_percent: '%',
  stance_time_balance: '%',
  step_length: 'mm',
  leg_spring_stiffness: 'kN/m',
  form_power: 'W',
  air_power: 'W',
  muscle_oxygen: '%',
  total_hemoglobin: 'g/dL',
  fractional_cadence: 'rpm',
  vertical_speed: 'm/s',
  resistance: '',
  accumulated_power: 'Ws',
  total_cycles: '',
  motor_power: 'W',
  battery_level: '%',
  gps_accuracy: 'm',
  absolute_pressure: 'Pa',
  depth: 'm',
  stamina: '%',
  potential_stamina: '%',
  performance_condition: '',
};
