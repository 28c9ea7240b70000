import * as z from '@core/mcp-kit/schema';

/** A whole number within bounds that are checked and not listed: a refusal names them, every listing would pay for them. */
export function whole(low: number, high: number) {
  return z.int().refine((value) => value >= low && value <= high, `must be ${low} to ${high}`);
}

/** A number within bounds, as {@link whole}. */
export function within(low: number, high: number) {
  return z.number().refine((value) => value >= low && value <= high, `must be ${low} to ${high}`);
}
