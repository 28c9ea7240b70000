import type { Cell } from '@core/mcp-kit';
import type { WireGear } from '../../client/wire/gear.ts';
import { localDay } from '../local-time.ts';
import { km } from '../si.ts';

export const gearColumns = [
  'gear_id',
  'type',
  'name',
  'distance_km',
  'time_s',
  'activities',
  'purchased',
  'retired',
  'component',
  'notes',
];

/** A piece of gear in a line. The distance holds what was typed in when it was added. */
export function gearRow(gear: WireGear): Record<string, Cell> {
  return {
    gear_id: gear.id,
    type: gear.type,
    name: gear.name,
    distance_km: km(gear.distance),
    time_s: gear.time,
    activities: gear.activities,
    purchased: localDay(gear.purchased),
    retired: localDay(gear.retired),
    component: gear.component === true ? true : null,
    notes: gear.notes,
  };
}

export const reminderColumns = [
  'gear_id',
  'reminder_id',
  'name',
  'used_pct',
  'due',
  'distance_km',
  'distance_used_km',
  'time_s',
  'time_used_s',
  'activities',
  'activities_used',
  'days',
  'days_used',
  'last_reset',
  'snoozed_until',
];

/** The reminders of a piece of gear. `due` from 100 % on, unless it was put off past `today`. */
export function reminderRows(gear: WireGear, today: string): Record<string, Cell>[] {
  return gear.reminders.map((reminder) => {
    const until = localDay(reminder.snoozed_until);
    const used = reminder.percent_used;
    return {
      gear_id: gear.id,
      reminder_id: reminder.id,
      name: reminder.name,
      used_pct: used,
      due: used === null ? null : used >= 100 && (until === null || until <= today),
      distance_km: km(reminder.distance),
      distance_used_km: reminder.distance === null ? null : km(reminder.distance_used),
      time_s: reminder.time,
      time_used_s: reminder.time === null ? null : reminder.time_used,
      activities: reminder.activities,
      activities_used: reminder.activities === null ? null : reminder.activities_used,
      days: reminder.days,
      days_used: reminder.days === null ? null : reminder.days_used,
      last_reset: localDay(reminder.last_reset),
      snoozed_until: until,
    };
  });
}
