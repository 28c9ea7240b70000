import { day } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { step } from '@core/workouts';
import { eventCategories } from '../domain/calendar/event.ts';
import { sport } from './index.ts';

/** A planned session with steps, as one call or as one of many. */
export const workoutInput = {
  date: day,
  sport,
  name: z.string().min(1).max(80),
  steps: z.array(step),
  description: z.optional(z.string().max(2000)),
  indoor: z.optional(z.boolean()),
};

const categories: readonly string[] = eventCategories;
const isCategory = (category: string) => categories.includes(category);

/** Any other calendar entry. */
export const entryInput = {
  date: day,
  category: z
    .string()
    .refine(isCategory, `is not a category; write one of ${eventCategories.join(', ')}`)
    .describe('RACE_A, NOTE, TARGET, PLAN, HOLIDAY, SICK, INJURED, SET_EFTP…'),
  name: z.string().min(1).max(80),
  values: z.optional(z.record(z.string(), z.unknown())),
};
