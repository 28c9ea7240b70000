import type { WireTrainingPlan } from '../../client/wire/library.ts';
import { recorded } from '../recorded.ts';

/** The plan that an athlete follows; `undefined` when there is none. */
export function trainingPlan(wire: WireTrainingPlan): Record<string, unknown> | undefined {
  if (wire.training_plan_id === null) return undefined;
  return recorded({
    folder_id: wire.training_plan_id,
    name: wire.training_plan_alias ?? wire.training_plan?.name,
    start: wire.training_plan_start_date?.slice(0, 10) ?? null,
    last_applied: wire.training_plan_last_applied,
    weeks: wire.training_plan?.duration_weeks,
    workouts: wire.training_plan?.num_workouts,
    text: wire.training_plan?.description?.slice(0, 1000) ?? null,
  });
}
