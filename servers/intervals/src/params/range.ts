import * as z from '@core/mcp-kit/schema';

/** A number held within bounds that are not advertised: a refusal tells them to the one who needs them. */
export function numberFrom(low: number, high = Number.MAX_SAFE_INTEGER) {
  return z.number().refine((value) => value >= low && value <= high, bounds(low, high));
}

/** A whole number, likewise. */
export function wholeFrom(low: number, high = Number.MAX_SAFE_INTEGER) {
  return z.int().refine((value) => value >= low && value <= high, bounds(low, high));
}

/** A list of 1 to `most`, likewise. */
export function listOf<T>(item: z.ZodType<T>, most: number) {
  return z.array(item).refine((items) => items.length >= 1 && items.length <= most, `must hold 1 to ${most}`);
}

function bounds(low: number, high: number): string {
  return high === Number.MAX_SAFE_INTEGER ? `must be ${low} or more` : `must be ${low} to ${high}`;
}
