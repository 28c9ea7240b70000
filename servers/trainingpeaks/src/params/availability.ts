import * as z from '@core/mcp-kit/schema';
import { reasons } from '../domain/calendar/availability.ts';

/** What an availability tool may be given beside the days. */
export const blockParams = {
  sports: z.optional(z.array(z.string())).describe('Only these stay possible'),
  reason: z.optional(z.enum(reasons)),
  description: z.optional(z.string().max(2000)),
} as const;
