import * as z from '@core/mcp-kit/schema';
import { day, flag, id, integer, list, maybe, number, numbers, optionalId, rows, text } from '../blocks.ts';

const access = z.object({ accessFromPayment: flag, accessFromShare: flag });

/** What a plan says of itself. Days, weeks and start are unknown until it has a workout. */
export const wirePlan = z.object({
  planId: id,
  title: text,
  description: text,
  author: text,
  ownerPersonId: optionalId,
  weekCount: integer,
  dayCount: integer,
  workoutCount: integer,
  eventCount: integer,
  startDate: day,
  endDate: day,
  eventPlan: flag,
  eventName: text,
  eventDate: day,
  isDynamic: flag,
  /** Hours and metres of each week. */
  trainingDurationByWeek: numbers,
  trainingDistanceByWeek: numbers,
  plannedWorkoutTypeDurations: list(z.object({ workoutTypeId: integer, duration: number, distance: number })),
  planAccess: maybe(access),
});

export type WirePlan = z.output<typeof wirePlan>;

export const wirePlans = rows(wirePlan);

export const wireFolders = rows(z.object({ folderName: text, planIds: list(id) }));

/** An application of a plan to a calendar. */
export const wireApplied = z.object({
  appliedPlanId: id,
  planId: optionalId,
  title: text,
  startDate: day,
  endDate: day,
});

export const wireAppliedPlans = rows(wireApplied);
