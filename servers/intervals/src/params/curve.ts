import * as z from '@core/mcp-kit/schema';

const forms = '90d (default), 1y, s0 = this season, all, 2026, 2026-01-01..2026-03-31';

/** Periods of the curve tools. */
export const periods = {
  period: z.optional(z.string().describe(forms)),
  compare_with: z.optional(z.string()),
  indoor: z.optional(z.boolean()),
} as const;

export const curveWindow = z.record(z.string(), z.unknown());
