import { endpoint, path } from '@core/mcp-kit/http';
import { wireEvents } from '../events/wire.ts';
import { PEAKSWARE } from '../hosts.ts';
import { wireNotes } from '../notes/wire.ts';
import { wireSessions } from '../strength/wire.ts';
import { wireWorkouts } from '../workouts/wire.ts';
import { wireAppliedPlans, wireFolders, wirePlan, wirePlans } from './wire.ts';

interface OfPlan {
  readonly plan: string;
}

/** A window around the days on which a plan lies; it may span decades. */
interface Days extends OfPlan {
  readonly oldest: string;
  readonly newest: string;
}

/** Training plans, to be read. Applying one and taking one back are in `never-call.ts`. */
export const planEndpoints = {
  /** Written, bought and shared ones; `/plans/v1/plans` has the written ones alone. */
  list: endpoint<Record<never, never>>()({
    method: 'GET',
    path: () => path`plans/v1/plansWithAccess`,
    response: wirePlans,
    cacheSeconds: 60,
  }),
  folders: endpoint<Record<never, never>>()({
    method: 'GET',
    path: () => path`planfolder/v1/folder/all`,
    response: wireFolders,
    cacheSeconds: 60,
  }),
  get: endpoint<OfPlan>()({
    method: 'GET',
    path: ({ plan }) => path`plans/v1/plans/${plan}`,
    response: wirePlan,
    cacheSeconds: 60,
  }),
  workouts: endpoint<Days>()({
    method: 'GET',
    path: ({ plan, oldest, newest }) => path`plans/v1/plans/${plan}/workouts/${oldest}/${newest}`,
    response: wireWorkouts,
    cacheSeconds: 60,
  }),
  notes: endpoint<Days>()({
    method: 'GET',
    path: ({ plan, oldest, newest }) => path`plans/v1/plans/${plan}/calendarNote/${oldest}/${newest}`,
    response: wireNotes,
    cacheSeconds: 60,
  }),
  events: endpoint<Days>()({
    method: 'GET',
    path: ({ plan, oldest, newest }) => path`plans/v1/plans/${plan}/events/${oldest}/${newest}`,
    response: wireEvents,
    cacheSeconds: 60,
  }),
  /** Sessions of the strength builder, by their headers. */
  strength: endpoint<Days>()({
    method: 'GET',
    host: PEAKSWARE,
    path: ({ plan, oldest, newest }) => path`rx/activity/v1/plans/${plan}/workouts/${oldest}/${newest}`,
    response: wireSessions,
    cacheSeconds: 60,
  }),
  /** What the web application has applied to a calendar, and is not over on that day. */
  applied: endpoint<{ athlete: string; date: string }>()({
    method: 'GET',
    path: ({ athlete, date }) => path`plans/v1/athletes/${athlete}/appliedplans/${date}`,
    response: wireAppliedPlans,
    cacheSeconds: 60,
  }),
};
