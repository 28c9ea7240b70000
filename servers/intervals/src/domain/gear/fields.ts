import { Failure } from '@core/mcp-kit';
import type { WireGear, WireGearReminder } from '../../client/wire/gear.ts';
import { type Field, number, text, type Values, whole } from '../fields/field.ts';
import { readFields } from '../fields/read.ts';

/** Kinds of gear, as the platform spells them. */
export const gearTypes = [
  ...['Bike', 'Shoes', 'Wetsuit', 'RowingMachine', 'Skis', 'Snowboard', 'Boat', 'Board', 'Equipment', 'Accessories'],
  ...['Apparel', 'Computer', 'Light', 'Battery', 'Brake', 'BrakePads', 'Rotor', 'Drivetrain', 'BottomBracket'],
  ...['Cassette', 'Chain', 'Chainrings', 'Crankset', 'Derailleur', 'Pedals', 'Lever', 'Cable', 'Frame', 'Fork'],
  ...['Handlebar', 'Headset', 'Saddle', 'Seatpost', 'Shock', 'Stem', 'Axel', 'Hub', 'Trainer', 'Tube', 'Tyre'],
  ...['Wheel', 'Wheelset', 'PowerMeter', 'Cleats', 'CyclingShoes', 'Paddle'],
];

/** What of a piece of gear can be written. Brand and model are not among it: the platform has no such fields. */
export const gearFields: readonly Field[] = [
  text('type', 'type', { choices: gearTypes }),
  text('name', 'name'),
  text('notes', 'notes'),
  text('purchased', 'purchased'),
  number('distance_km', 'distance', { scale: 1000, range: [0, 1e6] }),
  text('retired', 'retired'),
];

/** Limits of a reminder; each that is given counts by itself. */
export const reminderFields: readonly Field[] = [
  text('name', 'name'),
  number('distance_km', 'distance', { scale: 1000, range: [0, 1e6] }),
  number('time_h', 'time', { scale: 3600, range: [0, 1e5] }),
  whole('activities', 'activities', { range: [0, 1e5] }),
  whole('days', 'days', { range: [0, 1e4] }),
];

/** The writable values of a piece of gear; days without their clock. */
export function gearValues(gear: WireGear): Record<string, unknown> {
  const values = readFields(gear, gearFields);
  return { ...values, purchased: dayOf(values.purchased), retired: dayOf(values.retired) };
}

/** A reminder under our names and in our units. */
export function reminderValues(reminder: WireGearReminder): Record<string, unknown> {
  return readFields(reminder, reminderFields);
}

function dayOf(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, 10) : value;
}

/** The piece of gear behind an id. @throws Failure `not_found`. */
export function gearOf(items: readonly WireGear[], id: string): WireGear {
  const found = items.find((gear) => gear.id === id);
  if (found !== undefined) return found;
  throw new Failure('not_found', `There is no gear ${id.slice(0, 40)}`, {
    next: 'take an id of icu_get_gear_list, with include_retired for what was put away',
  });
}

/** The reminder behind an id. @throws Failure `not_found`. */
export function reminderOf(gear: WireGear, id: string): WireGearReminder {
  const found = gear.reminders.find((reminder) => reminder.id === id);
  if (found !== undefined) return found;
  throw new Failure('not_found', `"${gear.name ?? gear.id}" has no reminder ${id.slice(0, 40)}`, {
    next: 'take a reminder_id of icu_get_gear_list',
  });
}

/** @throws Failure `bad_input` for a reminder without any limit. */
export function requireLimit(values: Values): void {
  const limits = ['distance_km', 'time_h', 'activities', 'days'];
  if (limits.some((limit) => typeof values[limit] === 'number' && Number(values[limit]) > 0)) return;
  throw new Failure('bad_input', 'A reminder needs a limit', {
    next: 'give distance_km, time_h, activities or days, for example {"name": "Wax", "distance_km": 300}',
  });
}
