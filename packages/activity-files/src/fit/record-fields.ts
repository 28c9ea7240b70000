import type { ChannelName } from '@core/metrics/samples';

/** How the raw value of a record field becomes a channel: value = raw / scale × factor − offset. */
export interface RecordField {
  readonly channel: ChannelName;
  readonly scale: number;
  /** 180 for semicircles, whose scale is 2³¹; else 1. */
  readonly factor: number;
  readonly offset: number;
  /** Place in the order of priority. */
  readonly order: number;
}

/**
 * Record fields that are channels, as `number channel[/scale][-offset]`. Order is priority: where two fields feed one
 * channel, a valid value of the later one wins (`enhanced_*` over the 16-bit fields, fields over derived ones).
 */
const text =
  '0 latitude,1 longitude,3 heart_rate,52 cadence/256,4 cadence,53 fractional_cadence/128,5 distance/100,' +
  '6 speed/1000,73 speed/1000,2 altitude/5-500,78 altitude/5-500,7 power,9 grade/100,10 resistance,13 temperature,' +
  '19 total_cycles,29 accumulated_power,31 gps_accuracy,32 vertical_speed/1000,33 calories,' +
  '39 vertical_oscillation/10,40 stance_time_percent/100,41 stance_time/10,43 left_torque_effectiveness/2,' +
  '44 right_torque_effectiveness/2,45 left_pedal_smoothness/2,46 right_pedal_smoothness/2,' +
  '54 total_hemoglobin/100,57 muscle_oxygen/10,67 left_platform_center_offset,68 right_platform_center_offset,' +
  '81 battery_level/2,82 motor_power,83 vertical_ratio/100,84 stance_time_balance/100,85 step_length/10,' +
  '91 absolute_pressure,92 depth/1000,99 respiration_rate,108 respiration_rate/100,90 performance_condition,' +
  '137 potential_stamina,138 stamina,139 core_temperature/100';

/** Fields that need more than a scale: packed or accumulated. They come before the fields of their channels. */
export const compressedSpeedDistance = 8;
export const compressedAccumulatedPower = 28;
export const cycles = 18;
export const leftRightBalance = 30;

/** Record fields by number, in order of priority. */
export const recordFields: ReadonlyMap<number, RecordField> = /* @__PURE__ */ parse();

function parse(): Map<number, RecordField> {
  const fields = new Map<number, RecordField>();
  for (const entry of text.split(',')) {
    const [, number, channel, scale, offset] = /^(\d+) ([a-z_]+)(?:\/(\d+))?(?:-(\d+))?$/.exec(entry) ?? [];
    const isPosition = channel === 'latitude' || channel === 'longitude';
    fields.set(Number(number), {
      channel: channel as ChannelName,
      scale: isPosition ? 0x80000000 : Number(scale ?? 1),
      factor: isPosition ? 180 : 1,
      offset: Number(offset ?? 0),
      order: fields.size,
    });
  }
  return fields;
}
