import type { Channel, Recording } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import { round } from './summary.ts';

interface ChartChannel {
  readonly key: string;
  readonly channel: Channel;
  readonly friendlyName: string;
  readonly unit: string;
  readonly factor: number;
}

const CHANNELS: readonly ChartChannel[] = [
  { key: 'Power', channel: 'power', friendlyName: 'Power', unit: 'W', factor: 1 },
  { key: 'HeartRate', channel: 'heartRate', friendlyName: 'Heart Rate', unit: 'bpm', factor: 1 },
  { key: 'Cadence', channel: 'cadence', friendlyName: 'Cadence', unit: 'rpm', factor: 1 },
  { key: 'Speed', channel: 'speed', friendlyName: 'Speed', unit: 'km/h', factor: 3.6 },
  { key: 'Altitude', channel: 'altitude', friendlyName: 'Elevation', unit: 'm', factor: 1 },
  { key: 'Temperature', channel: 'temperature', friendlyName: 'Temperature', unit: '°C', factor: 1 },
];

/** Every channel of the recording, about a row a second. */
export function chartsData(record: AthleteRecord, recording: Recording): Row {
  const present = CHANNELS.filter(({ channel }) => recording.channels[channel] !== undefined);
  const data: Row[] = [];
  for (let i = 0; i < recording.length; i++) {
    const row: Row = { time: recording.time[i] };
    for (const { key, channel, factor } of present) {
      const value = recording.channels[channel]![i]!;
      row[key] = Number.isNaN(value) ? null : round(value * factor, 2);
    }
    data.push(row);
  }
  return {
    metadata: Object.fromEntries(present.map((each) => [each.key, metadataOf(record, each, data)])),
    data,
  };
}

function metadataOf(record: AthleteRecord, { key, friendlyName, unit }: ChartChannel, data: readonly Row[]): Row {
  const values = data.map((row) => row[key]).filter((value): value is number => typeof value === 'number');
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    friendlyName,
    unit,
    minimum: values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    maximum: values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    average: values.length === 0 ? null : round(sum / values.length, 2),
    zones: zonesOf(record, key),
  };
}

function zonesOf({ settings }: AthleteRecord, key: string): Row[] {
  const group =
    key === 'Power' ? settings.zones.powerZones[0] : key === 'HeartRate' ? settings.zones.heartRateZones[0] : undefined;
  const zones = (group?.zones ?? []) as { minimum: number; maximum: number }[];
  return zones.map(({ minimum, maximum }, i) => ({ label: `Z${i + 1}`, min: minimum, max: maximum }));
}
