import { endpoint, path } from '@core/mcp-kit/http';
import { wireComments } from './wire.ts';

/** Posts to the thread and yields all of it. The thread is read from the workout: GET here is answered 405. */
export const addComment = endpoint<{ athlete: string; workout: string; comment: string }>()({
  method: 'POST',
  path: ({ athlete, workout }) => path`fitness/v2/athletes/${athlete}/workouts/${workout}/comments`,
  body: ({ comment }) => ({ value: comment }),
  response: wireComments,
});

export const removeComment = endpoint<{ athlete: string; workout: string; comment: string }>()({
  method: 'DELETE',
  path: ({ athlete, workout, comment }) => path`fitness/v2/athletes/${athlete}/workouts/${workout}/comments/${comment}`,
  response: 'none',
});

export const commentEndpoints = { add: addComment, remove: removeComment };
