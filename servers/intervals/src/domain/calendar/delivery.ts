import type { Cell } from '@core/mcp-kit';
import type { WireProfile } from '../../client/wire/athlete.ts';
import type { WireSettingsProfile } from '../../client/wire/athlete-settings.ts';
import type { WireEvent } from '../../client/wire/event.ts';
import type { WireRosterAthlete } from '../../client/wire/roster.ts';
import { utcMinute, weekdayOf } from '../local-time.ts';
import { eventDay, hasSteps } from './event.ts';

/** A service that takes planned workouts: its name, and the prefix of its keys in the athlete's settings. */
const services = [
  ['Garmin', 'icu_garmin'],
  ['Suunto', 'suunto'],
  ['COROS', 'coros'],
  ['Wahoo', 'wahoo'],
  ['Zwift', 'zwift'],
  ['Zepp', 'zepp'],
  ['Huawei', 'huawei'],
] as const;

type DeviceFlags = WireProfile | WireSettingsProfile | WireRosterAthlete;

export interface DeviceSetting {
  readonly device: string;
  /** `null`: the setting is not there, as on an account that never connected the service. */
  readonly sends_workouts: boolean | null;
  readonly last_upload: string | null;
}

/** Where Intervals.icu sends planned workouts; services that were never connected are left out. */
export function deviceSettings(profile: DeviceFlags): DeviceSetting[] {
  const row = profile as unknown as Readonly<Record<string, boolean | string | null>>;
  return services
    .map(([device, key]) => ({
      device,
      sends_workouts: row[`${key}_upload_workouts`] as boolean | null,
      last_upload: utcMinute(row[`${key}_last_upload`] as string | null),
    }))
    .filter(({ sends_workouts, last_upload }) => sends_workouts !== null || last_upload !== null);
}

/** Whether a session reaches a device, as far as the platform says; why not when it does not. */
export function verdictOf(event: WireEvent, devices: readonly DeviceSetting[], today: string): string {
  const on = devices.filter(({ sends_workouts }) => sends_workouts === true).map(({ device }) => device);
  if (event.push_errors.length > 0) return 'failed';
  if ((eventDay(event) ?? today) < today) return 'its day is past, nothing is sent';
  if (on.length === 0) return 'no device takes workouts';
  return hasSteps(event) ? `goes to ${on.join(', ')}` : 'no steps, nothing to send';
}

/** A session with its verdict, and what the device's service said when it refused. */
export function deliveryRow(event: WireEvent, devices: readonly DeviceSetting[], today: string): Record<string, Cell> {
  const errors = event.push_errors.map(({ service, message }) => `${service ?? 'device'}: ${message ?? 'refused'}`);
  return {
    id: event.id,
    date: eventDay(event),
    weekday: weekdayOf(eventDay(event)),
    sport: event.type,
    name: event.name,
    verdict: verdictOf(event, devices, today),
    error: errors.length > 0 ? errors.join('; ') : null,
  };
}

export const deliveryColumns = ['id', 'date', 'weekday', 'sport', 'name', 'verdict', 'error'];
