import * as z from '@core/mcp-kit/schema';

/** Digits: the id goes into an address. */
export const workoutId = z.string().regex(/^\d{1,20}$/, 'is the id of a workout in digits, such as 500321');
