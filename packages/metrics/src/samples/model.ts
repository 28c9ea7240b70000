/**
 * What a column holds. Units: power W, heart_rate bpm, speed m/s, distance m since the start, altitude m, latitude and
 * longitude degrees (WGS 84), temperature and core_temperature °C, grade %, *_time ms, *_oscillation and step_length mm,
 * respiration_rate breaths/min, muscle_oxygen %, calories kcal since the start, vertical_speed m/s, depth and gps_accuracy
 * m, absolute_pressure Pa, motor_power W, accumulated_power W·s since the start, skin_temperature °C, battery_level %.
 *
 * - `cadence`: as devices record it: revolutions per minute; running: strides per minute of one foot (twice that is steps); swimming:
 *   strokes per minute.
 * - `left_right_balance`: share of the right leg, 0–100 %. Absent when the device does not know the side.
 */
export type ChannelName =
  | 'power'
  | 'heart_rate'
  | 'cadence'
  | 'speed'
  | 'distance'
  | 'altitude'
  | 'latitude'
  | 'longitude'
  | 'temperature'
  | 'core_temperature'
  | 'grade'
  | 'calories'
  | 'respiration_rate'
  | 'left_right_balance'
  | 'left_torque_effectiveness'
  | 'right_torque_effectiveness'
  | 'left_pedal_smoothness'
  | 'right_pedal_smoothness'
  | 'left_platform_center_offset'
  | 'right_platform_center_offset'
  | 'vertical_oscillation'
  | 'vertical_ratio'
  | 'stance_time'
  | 'stance_time_percent'
  | 'stance_time_balance'
  | 'step_length'
  | 'leg_spring_stiffness'
  | 'form_power'
  | 'air_power'
  | 'muscle_oxygen'
  | 'total_hemoglobin'
  | 'skin_temperature'
  | 'fractional_cadence'
  | 'vertical_speed'
  | 'resistance'
  | 'accumulated_power'
  | 'total_cycles'
  | 'motor_power'
  | 'battery_level'
  | 'gps_accuracy'
  | 'absolute_pressure'
  | 'depth'
  | 'stamina'
  | 'potential_stamina'
  | 'performance_condition';

/** A stretch with the timer stopped, in seconds since `startMs`. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** Columns over one shared time axis. `NaN` is "no data", `0` is data. */
export interface Samples {
  /** Epoch milliseconds of t = 0; null without an absolute clock. */
  readonly startMs: number | null;
  /** Seconds since `startMs`, strictly increasing, not necessarily 1 Hz. */
  readonly time: Float64Array;
  /** Each column is as long as `time`. A channel that was not recorded is absent. */
  readonly channels: Readonly<Partial<Record<ChannelName, Float64Array>>>;
  /** Timer pauses, sorted, disjoint. */
  readonly pauses: readonly Pause[];
}
