import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { understood } from '../planned/doc.ts';
import type { StoredWorkout } from '../planned/library.ts';
import { allKeys, json } from '../shape/json.ts';
import { folderKeys, workoutKeys } from '../shape/keys.ts';
import { arrayBody, flag, missing, objectBody, offsetTime, unprocessable } from '../shape/refusal.ts';
import { ACTIVITY_TYPES } from '../sports.ts';
import type { World } from '../world.ts';

export const libraryRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/folders', handler: (_, ctx) => json(folders(athleteOf(ctx))) },
  { method: 'POST', path: '/athlete/{id}/folders', handler: (_, ctx) => createFolder(ctx) },
  { method: 'PUT', path: '/athlete/{id}/folders/{folderId}', handler: (_, ctx) => updateFolder(ctx) },
  { method: 'DELETE', path: '/athlete/{id}/folders/{folderId}', handler: (_, ctx) => removeFolder(ctx) },
  {
    method: 'GET',
    path: '/athlete/{id}/folders/{folderId}/shared-with',
    handler: (_, ctx) => json(folderOf(ctx) && []),
  },
  { method: 'GET', path: '/athlete/{id}/workouts', handler: (_, ctx) => json(workouts(athleteOf(ctx))) },
  { method: 'POST', path: '/athlete/{id}/workouts', handler: (_, ctx) => createWorkout(ctx) },
  { method: 'POST', path: '/athlete/{id}/workouts/bulk', handler: (_, ctx) => createWorkouts(ctx) },
  { method: 'GET', path: '/athlete/{id}/workouts/{workoutId}', handler: (_, ctx) => oneWorkout(ctx) },
  { method: 'PUT', path: '/athlete/{id}/workouts/{workoutId}', handler: (_, ctx) => updateWorkout(ctx) },
  { method: 'DELETE', path: '/athlete/{id}/workouts/{workoutId}', handler: (_, ctx) => removeWorkout(ctx) },
  { method: 'POST', path: '/athlete/{id}/duplicate-workouts', handler: (_, ctx) => duplicate(ctx) },
  { method: 'GET', path: '/athlete/{id}/workout-tags', handler: (_, ctx) => tags(ctx) },
];

/** A library workout with what the service reads out of its text. */
export function workoutRow(record: AthleteRecord, workout: StoredWorkout): Record<string, unknown> {
  const planned = understood(record, workout.description, workout.type);
  return allKeys(workoutKeys, {
    ...workout,
    ...(planned
      ? {
          workout_doc: planned.doc,
          moving_time: planned.numbers.duration,
          distance: planned.numbers.distance,
          icu_training_load: planned.numbers.load,
          icu_intensity: planned.numbers.intensity,
          joules: planned.numbers.joules,
          targets: planned.numbers.target ? [planned.numbers.target] : [],
        }
      : {}),
  });
}

function folders(record: AthleteRecord): Record<string, unknown>[] {
  return record.library.folders.map((folder) => folderRow(record, folder));
}

function folderRow(record: AthleteRecord, folder: Record<string, unknown>): Record<string, unknown> {
  const children = record.library.workouts.filter((workout) => workout.folder_id === folder.id);
  return allKeys(folderKeys, {
    ...folder,
    num_workouts: children.length,
    children: children.map((workout) => workoutRow(record, workout)),
  });
}

function workouts(record: AthleteRecord): Record<string, unknown>[] {
  return record.library.workouts.map((workout) => workoutRow(record, workout));
}

function folderOf(ctx: Ctx, access: 'read' | 'write' = 'read') {
  const record = athleteOf(ctx, access);
  const folder = record.library.folders.find((each) => String(each.id) === ctx.params.folderId);
  if (!folder) throw missing('Folder not found');
  return { record, folder };
}

/** Folders are flat: a parent is ignored. `copy_folder_id` copies another one's workouts. */
function createFolder(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const body = objectBody(ctx.text());
  if (typeof body.name !== 'string' || body.name === '') throw unprocessable('Name is required');
  const { copy_folder_id: copied, parent: _parent, ...values } = body;
  const folder = {
    type: 'FOLDER',
    visibility: 'PRIVATE',
    ...values,
    id: record.library.nextId(),
    athlete_id: record.id,
  };
  record.library.folders.push(folder);
  for (const workout of record.library.workouts.filter((each) => each.folder_id === copied)) {
    record.library.workouts.push({ ...workout, id: record.library.nextId(), folder_id: folder.id });
  }
  return json(folderRow(record, folder));
}

function updateFolder(ctx: Ctx): Response {
  const { record, folder } = folderOf(ctx, 'write');
  const { id: _id, children: _children, ...values } = objectBody(ctx.text());
  Object.assign(folder, values);
  return json(folderRow(record, folder));
}

function removeFolder(ctx: Ctx): Response {
  const { record, folder } = folderOf(ctx, 'write');
  record.library.folders = record.library.folders.filter((each) => each !== folder);
  record.library.workouts = record.library.workouts.filter((workout) => workout.folder_id !== folder.id);
  return json({});
}

function addWorkout(record: AthleteRecord, body: Record<string, unknown>): StoredWorkout {
  const folderId = body.folder_id;
  if (!record.library.folders.some((folder) => folder.id === folderId)) throw unprocessable('Folder is required');
  if (!ACTIVITY_TYPES.has(String(body.type))) throw unprocessable('Missing type');
  const { workout_doc: _doc, id: _id, ...values } = body;
  const workout: StoredWorkout = {
    tags: null,
    day: null,
    ...values,
    id: record.library.nextId(),
    athlete_id: record.id,
    folder_id: Number(folderId),
    name: String(body.name ?? ''),
    type: String(body.type),
    description: String(body.description ?? ''),
    updated: offsetTime(record.clock.now()),
  };
  record.library.workouts.push(workout);
  return workout;
}

function createWorkout(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  return json(workoutRow(record, addWorkout(record, objectBody(ctx.text()))));
}

function createWorkouts(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  return json(arrayBody(ctx.text()).map((body) => workoutRow(record, addWorkout(record, body))));
}

function workoutOf(ctx: Ctx, access: 'read' | 'write' = 'read') {
  const record = athleteOf(ctx, access);
  const workout = record.library.workouts.find((each) => String(each.id) === ctx.params.workoutId);
  if (!workout) throw missing('Workout not found');
  return { record, workout };
}

function oneWorkout(ctx: Ctx): Response {
  const { record, workout } = workoutOf(ctx);
  return json(workoutRow(record, workout));
}

function updateWorkout(ctx: Ctx): Response {
  const { record, workout } = workoutOf(ctx, 'write');
  const { id: _id, workout_doc: _doc, ...values } = objectBody(ctx.text());
  Object.assign(workout, values, { updated: offsetTime(ctx.now()) });
  return json(workoutRow(record, workout));
}

/** Gives the ids that are gone; `others` takes what was added together. */
function removeWorkout(ctx: Ctx): Response {
  const { record, workout } = workoutOf(ctx, 'write');
  const doomed = record.library.workouts.filter(
    (each) =>
      each === workout ||
      (flag(ctx.query, 'others') && workout.added_with !== undefined && each.added_with === workout.added_with),
  );
  record.library.workouts = record.library.workouts.filter((each) => !doomed.includes(each));
  return json(doomed.map((each) => each.id));
}

function duplicate(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const { workoutIds, numCopies, weeksBetween } = objectBody(ctx.text());
  if (!Array.isArray(workoutIds) || typeof numCopies !== 'number' || typeof weeksBetween !== 'number') {
    throw unprocessable('workoutIds, numCopies and weeksBetween are required');
  }
  const copies: StoredWorkout[] = [];
  for (const workout of record.library.workouts.filter((each) => workoutIds.includes(each.id))) {
    for (let n = 1; n <= numCopies; n++) {
      copies.push({ ...workout, id: record.library.nextId(), day: Number(workout.day ?? 0) + 7 * weeksBetween * n });
    }
  }
  record.library.workouts.push(...copies);
  return json(copies.map((workout) => workoutRow(record, workout)));
}

function tags(ctx: Ctx): Response {
  const all = athleteOf(ctx).library.workouts.flatMap((workout) =>
    Array.isArray(workout.tags) ? workout.tags.map(String) : [],
  );
  return json([...new Set(all)].sort());
}
