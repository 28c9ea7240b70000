import { day } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';

/** An id of the service: digits, and nothing that could climb out of a path. */
const digits = () =>
  z.string().refine((text) => /^\d{1,19}$/.test(text), 'is a number of the service, for example "3500000123"');

export const numericId = digits();

export const groupId = digits().describe('Of tp_list_groups');

/** Parameters that several tools share: one word for one idea. */
export const workoutId = digits();
export const oldest = z.optional(day);
export const newest = z.optional(day);

/** Several athletes, for a tool that is not about one. */
export const athleteQueries = z.array(z.string()).min(1).max(100).describe('Ids or names');
