import { endpoint, path } from '@core/mcp-kit/http';
import { PEAKSWARE } from '../hosts.ts';
import {
  type DocumentBody,
  wireDocumentAnswer,
  wireExerciseAnswer,
  wireLibraryContent,
  wireSaved,
  wireSessions,
} from './wire.ts';

interface OfSession {
  readonly session: string;
}

/** Sessions of the strength builder: another host, and another place than the workouts. */
export const strengthEndpoints = {
  /** The one way to find a session. */
  list: endpoint<{ athlete: string; oldest: string; newest: string }>()({
    method: 'GET',
    host: PEAKSWARE,
    path: ({ athlete, oldest, newest }) => path`rx/activity/v1/workouts/calendar/${athlete}/${oldest}/${newest}`,
    response: wireSessions,
    cacheSeconds: 30,
  }),
  get: endpoint<OfSession>()({
    method: 'GET',
    host: PEAKSWARE,
    path: ({ session }) => path`rx/activity/v1/workouts/${session}`,
    response: wireDocumentAnswer,
    cacheSeconds: 30,
  }),
  /** Creates, or with a numeric id replaces. Errors may come with a status of 200: see `refuseErrors`. */
  save: endpoint<{ body: DocumentBody }>()({
    method: 'POST',
    host: PEAKSWARE,
    path: () => path`rx/activity/v1/workouts/save`,
    body: ({ body }) => body,
    response: wireSaved,
  }),
  remove: endpoint<OfSession>()({
    method: 'DELETE',
    host: PEAKSWARE,
    path: ({ session }) => path`rx/activity/v1/workouts/${session}`,
    response: 'none',
  }),
  /** Every exercise, custom ones too, without what it is measured in. */
  exercises: endpoint<Record<never, never>>()({
    method: 'GET',
    host: PEAKSWARE,
    path: () => path`rx/activity/v1/libraryContent`,
    response: wireLibraryContent,
    cacheSeconds: 3600,
    fixed: true,
  }),
  exercise: endpoint<{ exercise: string }>()({
    method: 'GET',
    host: PEAKSWARE,
    path: ({ exercise }) => path`rx/activity/v1/exercises/${exercise}`,
    response: wireExerciseAnswer,
    cacheSeconds: 3600,
    fixed: true,
  }),
};
