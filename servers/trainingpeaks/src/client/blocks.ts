import { wireOrNull } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';

/** This service sends every key with an explicit null; a key that a later version drops means the same. */
export const { number, integer, text, flag, day, id, optionalId, rows, list, numbers, texts, maybe } = wireOrNull;

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
