import { day } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { numericId } from './index.ts';

/** What an event tool may be given beside name and date. */
export const eventParams = {
  event_type: z.optional(z.string()).describe('RunningRoad, CyclingRoad, OtherOther…'),
  priority: z.optional(z.enum(['A', 'B', 'C'])),
  distance_km: z.optional(z.number().min(0)),
  ctl_target: z.optional(z.number().min(0)),
  description: z.optional(z.string().max(4000)),
} as const;

export const eventId = numericId;
export const eventName = z.string().min(1).max(200);
export const optionalDay = z.optional(day);
