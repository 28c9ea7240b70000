import * as z from 'zod';
import { type WireList, wire } from './wire.ts';

/** A block with absent read as `null`. */
function orNull<T>(block: z.ZodType<T | null | undefined>) {
  return block.transform((value): T | null => value ?? null);
}

/** A short list inside an object; missing and `null` are empty. */
function list<T>(row: z.ZodType<T>) {
  return z.optional(wire.list(row)).transform((found: WireList<T> | undefined): readonly T[] => found?.items ?? []);
}

/** An object that may be missing. */
function maybe<T>(schema: z.ZodType<T>) {
  return z.optional(z.union([schema, z.null()])).transform((value): T | null => (value ?? null) as T | null);
}

/**
 * The tolerant blocks of {@link wire} for services in whose answers an absent key means the same as an explicit null:
 * nothing was recorded. `id` and `rows` stay as strict as there.
 */
export const wireOrNull = {
  number: orNull<number>(wire.number),
  integer: orNull<number>(wire.integer),
  text: orNull<string>(wire.text),
  flag: orNull<boolean>(wire.boolean),
  /** A local day; the midnight behind it is cut off, and no time zone ever moves it. */
  day: orNull<string>(wire.day),
  id: wire.id,
  optionalId: orNull<string>(wire.optionalId),
  /** Rows that each stand for themselves: what cannot be read is left out and counted. */
  rows: wire.list,
  numbers: wire.numbers.transform((values): readonly (number | null)[] => values ?? []),
  texts: list(z.string()),
  list,
  maybe,
} as const;
