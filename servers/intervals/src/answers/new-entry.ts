import { Failure } from '@core/mcp-kit';
import type { EventBody } from '../client/wire/event.ts';
import { entryBody, requireOrder, requireWhole, writableEntryFields } from '../domain/calendar/entry.ts';
import { externalId } from '../domain/calendar/idempotency.ts';
import type { Values } from '../domain/fields/field.ts';
import { checkedValues } from '../domain/fields/write.ts';
import { sports } from '../domain/sport.ts';

/** A calendar entry ready to be written. */
export interface NewEntry {
  readonly date: string;
  readonly name: string;
  readonly category: string;
  /** What is shown of it. */
  readonly shown: Values;
  readonly external: string;
  readonly body: EventBody;
}

export interface EntryDraft {
  readonly date: string;
  readonly category: string;
  readonly name: string;
  readonly values?: Values | undefined;
}

/**
 * Reads an entry as a caller gives it.
 *
 * @throws Failure `bad_input` naming what is missing or wrong, and the form that works.
 */
export function newEntry({ date, category, name, values: given = {} }: EntryDraft): NewEntry {
  const values = Object.keys(given).length === 0 ? {} : checkedValues(given, writableEntryFields);
  requireSport(values.sport);
  requireWhole(category, values);
  requireOrder(date, values.last_day);
  const { last_day = null, date: _day, name: _name, ...rest } = values;
  const shown = { category, date, ...(last_day !== null && last_day !== date && { last_day }), name, ...rest };
  const external = externalId('entry', JSON.stringify(shown));
  const body = {
    category,
    external_id: external,
    ...entryBody({ date, ...(last_day !== null && { last_day }), name, ...rest }, { date, last_day: null }),
  };
  return { date, name, category, shown, external, body };
}

/** @throws Failure `bad_input` for a sport that the platform does not have. */
export function requireSport(sport: unknown): void {
  if (sport === undefined || sport === null || (sports as readonly unknown[]).includes(sport)) return;
  throw new Failure('bad_input', `"${String(sport).slice(0, 40)}" is not a sport of Intervals.icu`, {
    next: 'write Ride, VirtualRide, Run, TrailRun, Swim or another of its names',
  });
}
