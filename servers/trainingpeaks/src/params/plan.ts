import * as z from '@core/mcp-kit/schema';

/** Weeks of a plan, from 1: `3` or `2-5`. */
export const weeks = z.optional(z.string().describe('"1-4"'));
