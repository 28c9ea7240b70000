import { addDays, Failure, laterOf } from '@core/mcp-kit';
import type { EventBody, WireEvent } from '../../client/wire/event.ts';
import { type Field, flag, number, text, texts, type Values, whole } from '../fields/field.ts';
import { readFields } from '../fields/read.ts';
import { wireValues } from '../fields/write.ts';
import { eventDay, lastDay } from './event.ts';

/** What a calendar entry of any kind may hold beside its days, under our names. */
export const entryFields: readonly Field[] = [
  text('name', 'name'),
  text('sport', 'type'),
  text('text', 'description'),
  whole('planned_time_s', 'moving_time', { range: [0, 1_000_000] }),
  number('planned_distance_km', 'distance', { scale: 1000, range: [0, 5000] }),
  whole('planned_load', 'icu_training_load', { range: [0, 5000] }),
  whole('target_load', 'load_target', { range: [0, 20_000] }),
  whole('target_time_s', 'time_target', { range: [0, 1_000_000] }),
  number('target_distance_km', 'distance_target', { scale: 1000, range: [0, 20_000] }),
  flag('for_week', 'for_week'),
  text('availability', 'training_availability', { choices: ['NORMAL', 'LIMITED', 'UNAVAILABLE'] }),
  whole('longest_s', 'max_training_time', { range: [0, 86_400] }),
  whole('ftp_w', 'icu_ftp', { range: [30, 700] }),
  number('ctl', 'icu_ctl', { range: [0, 400] }),
  number('atl', 'icu_atl', { range: [0, 600] }),
  whole('ctl_days', 'ctl_days', { range: [2, 200] }),
  whole('atl_days', 'atl_days', { range: [1, 100] }),
  flag('indoor', 'indoor'),
  flag('entered', 'entered'),
  texts('tags', 'tags'),
  text('color', 'color'),
  flag('hidden', 'hide_from_athlete'),
  flag('locked', 'athlete_cannot_edit'),
  flag('off_chart', 'not_on_fitness_chart'),
];

const days: readonly Field[] = [text('date', 'start_date_local'), text('last_day', 'end_date_local')];

/** The same with the days, for what may be named in a change. */
export const writableEntryFields: readonly Field[] = [...days, ...entryFields];

/** Fields that the platform computes itself, except on the entries that set them. */
const only: Readonly<Record<string, string>> = { ctl: 'SET_FITNESS', atl: 'SET_FITNESS', ftp_w: 'SET_EFTP' };

/** An entry as a caller sees it; days are inclusive. `false` says nothing and is left out. */
export function entryOf(event: WireEvent): Record<string, unknown> {
  const date = eventDay(event);
  const last = lastDay(event);
  const values = Object.entries(readFields(event, entryFields)).filter(
    ([name, value]) =>
      value !== false &&
      !(name === 'availability' && value === 'NORMAL') &&
      (only[name] === undefined || only[name] === event.category),
  );
  return {
    event_id: event.id,
    category: event.category,
    date,
    last_day: last === date ? null : last,
    ...Object.fromEntries(values),
  };
}

/** The wire's keys for values of an entry. `of` is what the days that are not named are taken from. */
export function entryBody(values: Values, of: { readonly date: string; readonly last_day: string | null }): EventBody {
  const { date, last_day, ...rest } = values;
  if (date === undefined && last_day === undefined) return wireValues(rest, entryFields);
  const first = String(date ?? of.date);
  const last = String(last_day ?? of.last_day ?? first);
  return {
    ...wireValues(rest, entryFields),
    start_date_local: `${first}T00:00:00`,
    end_date_local: `${addDays(laterOf(first, last), 1)}T00:00:00`,
  };
}

const needs: Readonly<Record<string, readonly string[]>> = {
  WORKOUT: ['sport'],
  RACE_A: ['sport'],
  RACE_B: ['sport'],
  RACE_C: ['sport'],
  SET_EFTP: ['sport', 'ftp_w'],
  SET_FITNESS: ['ctl', 'atl'],
  FITNESS_DAYS: ['ctl_days', 'atl_days'],
};

const example: Readonly<Record<string, unknown>> = {
  sport: 'Ride',
  ftp_w: 250,
  ctl: 50,
  atl: 55,
  ctl_days: 42,
  atl_days: 7,
};

/**
 * Holds a new entry against what its kind cannot do without.
 *
 * @throws Failure `bad_input` naming the value.
 */
export function requireWhole(category: string, values: Values): void {
  const lacking = (needs[category] ?? []).filter((name) => (values[name] ?? null) === null);
  if (lacking.length > 0) {
    const form = Object.fromEntries(lacking.map((name) => [name, example[name]]));
    throw new Failure('bad_input', `A ${category} needs ${lacking.join(' and ')}`, {
      next: `add to values: ${JSON.stringify(form)}`,
    });
  }
  const targets = ['target_load', 'target_time_s', 'target_distance_km'];
  if (category === 'TARGET' && targets.every((name) => (values[name] ?? null) === null)) {
    throw new Failure('bad_input', 'A TARGET needs something to aim at', {
      next: 'add target_load, target_time_s or target_distance_km to values',
    });
  }
}

/**
 * Holds the days of an entry against each other.
 *
 * @throws Failure `bad_input`
 */
export function requireOrder(date: string, lastDay: unknown): void {
  if (typeof lastDay !== 'string' || lastDay >= date) return;
  throw new Failure('bad_input', `last_day ${lastDay} lies before date ${date}`, { next: 'swap the two days' });
}
