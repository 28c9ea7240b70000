import { day } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { sports } from '../domain/sport.ts';

/** Parameters that several tools share: one word for one idea. */
export const activityId = z.string();
export const eventId = z.string();
export const oldest = z.optional(day);
export const newest = z.optional(day);

const known: readonly string[] = sports;

/** A sport by the platform's spelling. Sixty names in an enum would cost more than the tool. */
export const sport = z
  .string()
  .refine(
    (name) => known.includes(name),
    'is not a sport of Intervals.icu; write Ride, VirtualRide, Run, TrailRun or Swim',
  );
