import { type WireList, wire } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';

/**
 * The kit's tolerant blocks, with absent read as `null`: this service sends every key with an explicit null, and with
 * `fields=` drops the nulls, so that the two mean the same here.
 */
function orNull<T>(block: z.ZodType<T | null | undefined>) {
  return z.pipe(
    block,
    z.transform((value: T | null | undefined): T | null => value ?? null),
  );
}

export const number = orNull<number>(wire.number);
export const text = orNull<string>(wire.text);
export const flag = orNull<boolean>(wire.boolean);
export const id = wire.id;
export const optionalId = orNull<string>(wire.optionalId);

/** Rows that each stand for themselves: what cannot be read is left out and counted. */
export const rows = wire.list;
export type { WireList };

/** A short list inside an object; missing is empty. */
export function list<T>(row: z.ZodType<T>) {
  return z.pipe(
    z.optional(wire.list(row)),
    z.transform((found: WireList<T> | undefined): readonly T[] => found?.items ?? []),
  );
}

export const numbers = z.pipe(
  wire.numbers,
  z.transform((values: (number | null)[] | null | undefined): readonly (number | null)[] => values ?? []),
);

export const texts = list(z.string());

/** An object that may be missing. */
export function maybe<T>(schema: z.ZodType<T>) {
  return z.pipe(
    z.optional(z.union([schema, z.null()])),
    z.transform((value: T | null | undefined): T | null => value ?? null),
  );
}
