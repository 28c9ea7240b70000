import type { Cell } from '@core/mcp-kit';
import type { WirePlan } from '../../client/plans/wire.ts';
import { recorded } from '../recorded.ts';
import { rounded, secondsOfHours } from '../workouts/rounding.ts';
import { sportName } from '../workouts/sport.ts';

export const planColumns = ['plan_id', 'title', 'author', 'from', 'folder', 'weeks', 'workouts', 'applied'] as const;

/** How the account came by a plan. */
function origin({ planAccess }: WirePlan): string | null {
  if (planAccess?.accessFromPayment === true) return 'bought';
  return planAccess?.accessFromShare === true ? 'shared' : 'own';
}

/** A plan in a line. */
export function planRow(plan: WirePlan, folder: string | null, applied: string | null): Record<string, Cell> {
  return {
    plan_id: plan.planId,
    title: plan.title,
    author: plan.author,
    from: origin(plan),
    folder,
    weeks: plan.weekCount,
    workouts: plan.workoutCount,
    applied,
  };
}

const TEXT = 1500;

/** What a plan says of itself: its text, and its weeks and sports in numbers. */
export function shownPlan(plan: WirePlan): Record<string, unknown> {
  const text = plainText(plan.description);
  const sports = plan.plannedWorkoutTypeDurations.map(({ workoutTypeId, duration, distance }) =>
    recorded({
      sport: sportName(workoutTypeId),
      planned_time_s: secondsOfHours(duration),
      planned_distance_km: distance === null || distance === 0 ? null : rounded(distance / 1000, 1),
    }),
  );
  return recorded({
    plan_id: plan.planId,
    title: plan.title,
    author: plan.author,
    weeks: plan.weekCount,
    days: plan.dayCount,
    workouts: plan.workoutCount,
    events: plan.eventCount,
    for_event: plan.eventName,
    event_date: plan.eventDate,
    description: text === null || text.length <= TEXT ? text : `${text.slice(0, TEXT)}…`,
    planned_time_s_by_week:
      plan.trainingDurationByWeek.length > 0 ? plan.trainingDurationByWeek.map(secondsOfHours) : null,
    sports: sports.length > 0 ? sports : null,
  });
}

/** Descriptions are written in a page editor; its tags say nothing. */
function plainText(html: string | null): string | null {
  const text = html
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === undefined || text === '' ? null : text;
}
