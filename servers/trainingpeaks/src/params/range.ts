import * as z from '@core/mcp-kit/schema';

/** A whole number in a range. The bounds are checked and not listed: every model would pay for them on every call. */
export const wholeFrom = (low: number, high: number) =>
  z.int().refine((value) => value >= low && value <= high, `must be from ${low} to ${high}`);
