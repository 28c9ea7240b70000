import { type WireList, wire } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';

/**
 * The kit's tolerant blocks, with absent read as `null`: this service sends every key with an explicit null, and a key
 * that a later version drops means the same.
 */
function orNull<T>(block: z.ZodType<T | null | undefined>) {
  return z.pipe(
    block,
    z.transform((value: T | null | undefined): T | null => value ?? null),
  );
}

export const number = orNull<number>(wire.number);
export const integer = orNull<number>(wire.integer);
export const text = orNull<string>(wire.text);
export const flag = orNull<boolean>(wire.boolean);
/** A local day; the midnight behind it is cut off, and no time zone ever moves it. */
export const day = orNull<string>(wire.day);
export const id = wire.id;
export const optionalId = orNull<string>(wire.optionalId);

/** Rows that each stand for themselves: what cannot be read is left out and counted. */
export const rows = wire.list;
export type { WireList };

/** A short list inside an object; missing and `null` are empty. */
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

/** Everything that came, untouched: what a write must send back. */
export type Whole = Readonly<Record<string, unknown>>;

/**
 * A schema that also keeps the object as it came, under `whole`. Every PUT of this service replaces the object, so that
 * a field that is not sent back is lost: change a copy of `whole` and send that.
 */
export function whole<T extends object>(schema: z.ZodType<T>): z.ZodType<T & { readonly whole: Whole }> {
  return z.looseObject({}).transform((value, ctx) => {
    const read = schema.safeParse(value);
    if (read.success) return { ...read.data, whole: value as Whole };
    for (const { path, message } of read.error.issues) ctx.addIssue({ code: 'custom', path: [...path], message });
    return z.NEVER;
  });
}
