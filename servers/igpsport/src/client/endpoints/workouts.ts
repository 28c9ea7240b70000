import { endpoint, path } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { enveloped } from '../wire/envelope.ts';
import { wireSavedWorkout, wireWorkout, wireWorkoutPage } from '../wire/workout.ts';

/** China's list. How many it gives at most is not known; the web app asks for 200. */
export const listWorkoutsCn = endpoint<{ page: number }>()({
  method: 'GET',
  path: () => path`service/mobile/api/WorkOut/GetWorkOutList`,
  query: ({ page }) => ({ pageNo: page, pageSize: 200 }),
  response: enveloped(wireWorkoutPage),
});

export const listWorkoutsIntl = endpoint<{ page: number }>()({
  method: 'GET',
  path: () => path`service/mobile/api/WorkOut/CustomWorkout`,
  query: ({ page }) => ({ PageIndex: page, PageSize: 20 }),
  response: enveloped(wireWorkoutPage),
});

export const getWorkout = endpoint<{ workout: string }>()({
  method: 'GET',
  path: () => path`service/mobile/api/WorkOut/GetWorkOutDetail`,
  query: ({ workout }) => ({ id: workout }),
  response: enveloped(wireWorkout),
});

/** Creates a workout, or replaces the one whose id is in `course.id`. */
export const saveWorkout = endpoint<{ course: object }>()({
  method: 'POST',
  path: () => path`service/mobile/api/WorkOut/EditCustomWorkOut`,
  body: ({ course }) => ({ data: course }),
  response: enveloped(wireSavedWorkout),
});

export const deleteWorkout = endpoint<{ workout: string }>()({
  method: 'POST',
  path: () => path`service/mobile/api/WorkOut/CustomWorkOutDel`,
  query: ({ workout }) => ({ id: workout }),
  body: () => ({}),
  response: enveloped(z.unknown()),
});
