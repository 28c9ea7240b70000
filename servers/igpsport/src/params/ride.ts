import * as z from '@core/mcp-kit/schema';

/** A ride as the list names it. */
export const activityId = z
  .string()
  .refine((id) => /^\d{1,19}$/.test(id), 'is the number that igp_list_activities gives');
