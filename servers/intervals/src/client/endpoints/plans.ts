import { endpoint, path } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { number } from '../wire/blocks.ts';
import { wireTrainingPlan } from '../wire/library.ts';

/** A plan and the day on which it starts; `null` ends it. */
export interface Assignment {
  readonly training_plan_id: number | null;
  readonly training_plan_start_date: string | null;
}

export const getTrainingPlan = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/training-plan`,
  response: wireTrainingPlan,
  cacheSeconds: 60,
  anewForWrites: true,
});

export const assignTrainingPlan = endpoint<{ athlete: string; plan: Assignment }>()({
  method: 'PUT',
  path: ({ athlete }) => path`athlete/${athlete}/training-plan`,
  body: ({ plan }) => plan,
  response: wireTrainingPlan,
});

/** The same for many athletes of a coach at once. */
export const assignTrainingPlans = endpoint<{ athletes: readonly string[]; plan: Assignment }>()({
  method: 'PUT',
  path: () => path`athlete-plans`,
  body: ({ athletes, plan }) => athletes.map((id) => ({ id, ...plan })),
  response: 'none',
});

/** Copies a plan's workouts onto the calendar, its day 0 on the given day. A repeated call copies them again. */
export const applyPlan = endpoint<{ athlete: string; folder: string; start: string }>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/events/apply-plan`,
  body: ({ folder, start }) => ({ folder_id: Number(folder), start_date_local: start }),
  response: z.object({ events_created: number }),
});

/** Brings the calendar, from today on, up to date with the plan that the athlete follows. */
export const applyPlanChanges = endpoint<{ athlete: string }>()({
  method: 'PUT',
  path: ({ athlete }) => path`athlete/${athlete}/apply-plan-changes`,
  response: 'none',
});
