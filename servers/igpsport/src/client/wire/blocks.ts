import { type WireList, wire, wireOrNull } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';

/** This service leaves out what was not recorded: absent and `null` mean the same here. */
export const { number, text, flag, id, optionalId, list, maybe } = wireOrNull;

/** A number that is 0 while nobody has set it: thresholds, body data. `null` then. */
export const setNumber = z.pipe(
  wire.number,
  z.transform((value: number | null | undefined): number | null => (value === 0 ? null : (value ?? null))),
);

const nobody = { items: [], skipped: 0, skippedBecause: undefined };

/** Rows that each stand for themselves: what cannot be read is left out and counted. Missing is empty. */
export function rows<T>(row: z.ZodType<T>) {
  return z.pipe(
    z.optional(wire.list(row)),
    z.transform((found: WireList<T> | undefined): WireList<T> => found ?? nobody),
  );
}

/**
 * Rows that come bare, below `rows`, `list` or `items`, or not at all. Other shapes hold no rows: `check` answers an object
 * of its own when there are none.
 */
export function looseRows(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  const { rows: first, list: second, items: third } = value as Record<string, unknown>;
  return [first, second, third].find(Array.isArray) ?? null;
}

const moment = /^(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;

/** A local date, or date and time, in any of the service's spellings: `2026.05.17`, `2026-05-17 06:41:02`, `2026.05.17 06:41:02`. */
export function readLocalTime(value: string): string | undefined {
  const found = moment.exec(value.trim());
  if (found === null) return undefined;
  const [, year, month = '', date = '', hour, minute, second = '00'] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return hour === undefined ? day : `${day}T${hour.padStart(2, '0')}:${minute}:${second}`;
}

/** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` where the service tells the time: local, without a zone. */
export const localTime = z.pipe(
  wire.text,
  z.transform((value: string | null | undefined, ctx): string | null => {
    if (value === undefined || value === null || value === '') return null;
    const read = readLocalTime(value);
    if (read !== undefined) return read;
    ctx.addIssue({ code: 'custom', message: 'expected a date' });
    return z.NEVER;
  }),
);
