import type { Route } from '@core/sandbox';
import { type Ctx, unknownWorkout, workoutById, workoutOf } from '../access.ts';
import { idOf, objectBody, type Row, textField } from '../shape/body.ts';
import { badRequest, missing } from '../shape/refusal.ts';
import { commentRow } from '../workouts/conversation.ts';
import type { World } from '../world.ts';

const COMMENTS = '/fitness/v2/athletes/{aid}/workouts/{wid}/comments';
const NOTE = '/fitness/v6/workouts/{wid}/privateWorkoutNote';

export const commentRoutes: readonly Route<World>[] = [
  { method: 'POST', path: COMMENTS, handler: (_, ctx) => Response.json(add(ctx)) },
  { method: 'GET', path: COMMENTS, handler: (_, ctx) => read(ctx) },
  { method: 'DELETE', path: `${COMMENTS}/{id}`, handler: (_, ctx) => remove(ctx) },
  { method: 'GET', path: NOTE, handler: (_, ctx) => readNote(ctx) },
  { method: 'PUT', path: NOTE, handler: (_, ctx) => writeNote(ctx) },
];

function threadOf(ctx: Ctx): Row[] {
  const { record, workout } = workoutOf(ctx);
  return record.workouts.row(workout).workoutComments as Row[];
}

/** Adds one comment; the answer is the whole thread. */
function add(ctx: Ctx): Row[] {
  const { record, workout } = workoutOf(ctx);
  const text = textField(objectBody(ctx), 'value');
  if (text.trim() === '') throw badRequest('The value field is required.');
  const { me } = ctx.state;
  const thread = threadOf(ctx);
  thread.push({ ...commentRow(record, workout.id, 0, text, me, record.now()), id: ctx.state.nextId('comment') });
  return thread;
}

function read(ctx: Ctx): Response {
  if (!ctx.state.quirks.commentThreadReadable) return new Response(null, { status: 405 });
  return Response.json(threadOf(ctx));
}

function remove(ctx: Ctx): Response {
  const thread = threadOf(ctx);
  const at = thread.findIndex(({ id }) => id === idOf(ctx.params.id));
  if (at === -1) throw missing();
  thread.splice(at, 1);
  return new Response(null, { status: 204 });
}

function noted(ctx: Ctx) {
  const id = idOf(ctx.params.wid);
  const found = workoutById(ctx, id);
  if (!found) throw unknownWorkout(id);
  return found.workout;
}

function readNote(ctx: Ctx): Response {
  const { note } = noted(ctx);
  return Response.json({ note: note?.text ?? null, dateTimeUpdatedUtc: note?.updated ?? null });
}

/** Answers 200 without a body. An empty text clears the note. */
function writeNote(ctx: Ctx): Response {
  const workout = noted(ctx);
  const text = textField(objectBody(ctx), 'note');
  workout.note = text === '' ? undefined : { text, updated: ctx.now().toISOString().slice(0, 19) };
  return new Response(null, { status: 200 });
}
