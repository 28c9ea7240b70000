import { type ChannelName, columnLimits } from '@core/metrics/samples';
import type { Conversion } from './column-field.ts';

/** A record field that is a channel. */
export interface RecordField extends Conversion {
  readonly channel: ChannelName;
  /** Place in the order of priority. */
  readonly order: number;
}

/**
 * Record fields that are channels: number, channel, scale, offset. Order is priority: where two fields feed one channel, a
 * valid value of the later one wins (`enhanced_*` over the 16-bit fields, fields over derived ones).
 */
const table: readonly (readonly [number: number, channel: ChannelName, scale?: number, offset?: number])[] = [
  [0, 'latitude'],
  [1, 'longitude'],
  [3, 'heart_rate'],
  [52, 'cadence', 256],
  [4, 'cadence'],
  [53, 'fractional_cadence', 128],
  [5, 'distance', 100],
  [6, 'speed', 1000],
  [73, 'speed', 1000],
  [2, 'altitude', 5, 500],
  [78, 'altitude', 5, 500],
  [7, 'power'],
  [9, 'grade', 100],
  [10, 'resistance'],
  [13, 'temperature'],
  [19, 'total_cycles'],
  [29, 'accumulated_power'],
  [31, 'gps_accuracy'],
  [32, 'vertical_speed', 1000],
  [33, 'calories'],
  [39, 'vertical_oscillation', 10],
  [40, 'stance_time_percent', 100],
  [41, 'stance_time', 10],
  [43, 'left_torque_effectiveness', 2],
  [44, 'right_torque_effectiveness', 2],
  [45, 'left_pedal_smoothness', 2],
  [46, 'right_pedal_smoothness', 2],
  [54, 'total_hemoglobin', 100],
  [57, 'muscle_oxygen', 10],
  [67, 'left_platform_center_offset'],
  [68, 'right_platform_center_offset'],
  [81, 'battery_level', 2],
  [82, 'motor_power'],
  [83, 'vertical_ratio', 100],
  [84, 'stance_time_balance', 100],
  [85, 'step_length', 10],
  [91, 'absolute_pressure'],
  [92, 'depth', 1000],
  [99, 'respiration_rate'],
  [108, 'respiration_rate', 100],
  [90, 'performance_condition'],
  [137, 'potential_stamina'],
  [138, 'stamina'],
  [139, 'core_temperature', 100],
];

/** Fields that need more than a scale: packed or accumulated. They come before the fields of their channels. */
export const compressedSpeedDistance = 8;
export const compressedAccumulatedPower = 28;
export const cycles = 18;
export const leftRightBalance = 30;

/** Record fields by number, in order of priority. */
export const recordFields: ReadonlyMap<number, RecordField> = /* @__PURE__ */ new Map(
  table.map(([number, channel, scale = 1, offset = 0], order) => [number, fieldOf(channel, scale, offset, order)]),
);

/** Positions are semicircles: 2³¹ of them are 180°, and 2³⁰ still fit where an integer is no object. */
function fieldOf(channel: ChannelName, scale: number, offset: number, order: number): RecordField {
  const isPosition = channel === 'latitude' || channel === 'longitude';
  const [low, high] = columnLimits(channel);
  return {
    channel,
    order,
    factor: isPosition ? 90 : 1,
    scale: isPosition ? 0x40000000 : scale,
    offset,
    low,
    high,
  };
}
