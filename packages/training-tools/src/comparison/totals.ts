import { recorded } from '../answer/notes.ts';
import type { Activity, PlannedSession, Race } from '../ports/index.ts';

/** The whole of a plan and the whole of what was done, side by side and never added. */
export function plannedAndDone(plan: PlannedSession | Race, activity: Activity) {
  return {
    planned: recorded({
      event_id: plan.id,
      name: plan.name,
      date: plan.day,
      time_s: plan.plannedS,
      distance_km: plan.plannedDistanceM === null ? null : plan.plannedDistanceM / 1000,
      load: plan.plannedLoad,
    }),
    done: recorded({
      activity_id: activity.id,
      name: activity.name,
      date: activity.day,
      time_s: activity.movingS,
      distance_km: activity.distanceM === null ? null : activity.distanceM / 1000,
      load: activity.load?.points,
      rpe_1to10: activity.rpe1to10,
    }),
  };
}
