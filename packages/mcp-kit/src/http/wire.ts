import * as z from 'zod';

/** Rows that could be read, and how many could not. */
export interface WireList<Row> {
  readonly items: Row[];
  /** Rows that were left out: count them in the answer. */
  readonly skipped: number;
  /** Field that the first skipped row failed on, of our schema; `undefined` when none was skipped. */
  readonly skippedBecause: string | undefined;
}

const emptyNumbers = new Set(['', 'nan', 'null', 'infinity', '-infinity']);

function toNumber(value: unknown): number | null | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value === null) return null;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (emptyNumbers.has(text.toLowerCase())) return null;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

/** Reads a value with `convert`; `undefined` from it means "not of this kind". Absent stays absent. */
function reader<T>(kind: string, convert: (value: unknown) => T | undefined): z.ZodOptional<z.ZodType<T>> {
  const present = z.unknown().transform((value, ctx): T => {
    const converted = convert(value);
    if (converted !== undefined) return converted;
    ctx.addIssue({ code: 'custom', message: `expected ${kind}` });
    return z.NEVER;
  });
  return z.optional(present);
}

/** A number, or a numeric string. `null`, `""` and `"NaN"` are `null` (nothing recorded); absent stays absent. */
const number = reader<number | null>('a number', toNumber);

/** A whole number, in the forms of {@link number}. A fraction is refused: it would have to be changed to fit. */
const integer = reader<number | null>('a whole number', (value) => {
  const read = toNumber(value);
  return typeof read === 'number' && !Number.isInteger(read) ? undefined : read;
});

/** Text; a number is taken as its digits. `null` and absent stay apart. */
const text = reader<string | null>('text', (value) => {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
});

/** `true`, `false`, and their usual spellings. */
const boolean = reader<boolean | null>('true or false', (value) => {
  if (value === null || typeof value === 'boolean') return value;
  if (value === 1 || value === 'true' || value === '1') return true;
  if (value === 0 || value === 'false' || value === '0') return false;
  return value === '' ? null : undefined;
});

/** A local calendar day, `YYYY-MM-DD`; a time behind it (`T00:00:00`) is cut off. Never shifted by a time zone. */
const day = reader<string | null>('a day YYYY-MM-DD', (value) => {
  if (value === null || value === '') return null;
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:[T ]|$)/.test(value) ? value.slice(0, 10) : undefined;
});

/** A local date and time as given, `YYYY-MM-DDTHH:MM[:SS]`, or a day alone. It has no zone, and none is assumed. */
const localDateTime = reader<string | null>('a date and time', (value) => {
  if (value === null || value === '') return null;
  const known = typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/.test(value);
  return known ? value : undefined;
});

/** A moment as given, with its zone: `2026-03-01T08:00:00Z`, `…+00:00`, `…+0000`. */
const instant = reader<string | null>('a moment with its time zone', (value) => {
  if (value === null || value === '') return null;
  const known =
    typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i.test(value);
  return known ? value : undefined;
});

function toId(value: unknown): string | null | undefined {
  if (typeof value === 'string') return value === '' ? null : value;
  if (value === null) return null;
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}

/** An id that may be missing: a string, whatever type it was sent as. */
const optionalId = reader<string | null>('an id', toId);

/** An id that must be there: a string, whatever type it was sent as. Ids over 2^53 arrive exact. */
const id: z.ZodType<string> = z.unknown().transform((value, ctx) => {
  const read = toId(value);
  if (typeof read === 'string') return read;
  ctx.addIssue({ code: 'custom', message: 'expected an id' });
  return z.NEVER;
});

/**
 * A series of samples: numbers and `null` for gaps, checked in one pass because streams are long. `null` as a whole is
 * `null`.
 */
const numbers = reader<(number | null)[] | null>('a list of numbers', (value) => {
  if (value === null) return null;
  if (!Array.isArray(value)) return undefined;
  const read = new Array<number | null>(value.length);
  for (let index = 0; index < value.length; index += 1) {
    const sample = toNumber(value[index]);
    if (sample === undefined) return undefined;
    read[index] = sample;
  }
  return read;
});

/** An object: unknown keys are dropped, listed ones may be absent or `null` when built from the blocks above. */
function object<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strip> {
  return z.object(shape);
}

/**
 * A list that one bad row cannot spoil: rows that `row` refuses are left out and counted. `null` is an empty list. When
 * several rows came and none could be read the format has changed, and that is refused.
 */
function list<Row>(row: z.ZodType<Row>): z.ZodType<WireList<Row>> {
  return z.unknown().transform((value, ctx): WireList<Row> => {
    if (value === null) return { items: [], skipped: 0, skippedBecause: undefined };
    if (!Array.isArray(value)) {
      ctx.addIssue({ code: 'custom', message: 'expected a list' });
      return z.NEVER;
    }
    const items: Row[] = [];
    let first: readonly PropertyKey[] | undefined;
    for (const entry of value) {
      const read = row.safeParse(entry);
      if (read.success) items.push(read.data);
      else first ??= read.error.issues[0]?.path ?? [];
    }
    if (first !== undefined && items.length === 0 && value.length > 1) {
      ctx.addIssue({ code: 'custom', message: 'expected rows of a known form', path: [0, ...first] });
      return z.NEVER;
    }
    return { items, skipped: value.length - items.length, skippedBecause: first?.map(String).join('.') };
  });
}

/**
 * Building blocks of wire schemas: tolerant of what live services send, exact in what they yield. A value of another kind
 * altogether is refused, and the failure names the field.
 */
export const wire = {
  number,
  integer,
  text,
  boolean,
  day,
  localDateTime,
  instant,
  id,
  optionalId,
  numbers,
  object,
  list,
} as const;
