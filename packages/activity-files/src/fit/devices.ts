import type { Device, DeviceThresholds } from '../activity/model.ts';
import type { FieldValue } from './field-value.ts';
import type { MessageReader } from './messages.ts';
import { numberOf, textOf } from './summaries.ts';

type Values = Readonly<Record<string, FieldValue>>;

/** The devices of a file, each once with the last that was said about it, the recorder first. */
export function readDevices(reader: MessageReader): Device[] {
  const devices = new Map<string, Record<string, FieldValue>>();
  for (const values of reader.all('file_id'))
    devices.set('0', {
      ...devices.get('0'),
      ...pick(values, ['manufacturer', 'product', 'product_name', 'serial_number']),
    });
  for (const message of reader.all('device_info')) {
    const values: Values = message;
    const key = String(values.device_index ?? values.serial_number ?? devices.size);
    devices.set(key, { ...devices.get(key), ...values });
  }
  return [...devices].map(([key, values]) => deviceOf(key, values));
}

function pick(values: Values, names: readonly string[]): Record<string, FieldValue> {
  return Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}

function deviceOf(key: string, values: Values): Device {
  return {
    index: key === '0' ? 0 : numberOf(values, 'device_index'),
    manufacturer: textOf(values, 'manufacturer'),
    product: textOf(values, 'product_name') ?? numberOf(values, 'product'),
    serialNumber: numberOf(values, 'serial_number'),
    softwareVersion: numberOf(values, 'software_version'),
    kind: numberOf(values, 'device_type'),
    batteryStatus: textOf(values, 'battery_status'),
    batteryVoltage: numberOf(values, 'battery_voltage'),
  };
}

/** Thresholds and zones from `time_in_zone`, `zones_target`, `user_profile` and the session, the most specific first. */
export function readThresholds(reader: MessageReader): DeviceThresholds {
  const zones = merged(reader.all('time_in_zone'));
  const targets = merged(reader.all('zones_target'));
  const user = merged(reader.all('user_profile'));
  const session = merged(reader.all('session'));
  return {
    functionalThresholdPowerW:
      numberOf(zones, 'functional_threshold_power') ??
      numberOf(targets, 'functional_threshold_power') ??
      numberOf(session, 'threshold_power'),
    thresholdHeartRateBpm: numberOf(zones, 'threshold_heart_rate') ?? numberOf(targets, 'threshold_heart_rate'),
    maxHeartRateBpm:
      numberOf(zones, 'max_heart_rate') ??
      numberOf(targets, 'max_heart_rate') ??
      numberOf(user, 'default_max_heart_rate'),
    restingHeartRateBpm: numberOf(zones, 'resting_heart_rate') ?? numberOf(user, 'resting_heart_rate'),
    weightKg: numberOf(user, 'weight'),
    heartRateZonesBpm: bounds(zones.hr_zone_high_boundary) ?? highs(reader.all('hr_zone'), 'high_bpm'),
    powerZonesW: bounds(zones.power_zone_high_boundary) ?? highs(reader.all('power_zone'), 'high_value'),
  };
}

/** One object of all messages, later values over earlier ones. */
function merged(messages: readonly Values[]): Values {
  return Object.assign(Object.create(null), ...messages);
}

function bounds(value: FieldValue | undefined): readonly number[] | null {
  if (typeof value === 'number') return [value];
  if (!Array.isArray(value)) return null;
  return value.filter((bound): bound is number => typeof bound === 'number');
}

function highs(messages: readonly Values[], name: string): readonly number[] | null {
  const values = messages.flatMap((message) => numberOf(message, name) ?? []);
  return values.length === 0 ? null : values;
}
