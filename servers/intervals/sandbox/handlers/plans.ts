import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { json } from '../shape/json.ts';
import { arrayBody, integer, missing, objectBody, required, unprocessable } from '../shape/refusal.ts';
import { ACTIVITY_TYPES } from '../sports.ts';
import { uploadedFile } from '../wellness-import.ts';
import { athleteAt, type World } from '../world.ts';
import { workoutRow } from './library.ts';

export const planRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/training-plan', handler: (_, ctx) => json(planOf(ctx, athleteOf(ctx))) },
  { method: 'PUT', path: '/athlete/{id}/training-plan', handler: (_, ctx) => assign(ctx) },
  { method: 'PUT', path: '/athlete-plans', handler: (_, ctx) => assignMany(ctx) },
  {
    method: 'PUT',
    path: '/athlete/{id}/apply-plan-changes',
    handler: (_, ctx) => json(planOf(ctx, athleteOf(ctx, 'write'))),
  },
  { method: 'PUT', path: '/athlete/{id}/folders/{folderId}/workouts', handler: (_, ctx) => hide(ctx) },
  { method: 'PUT', path: '/athlete/{id}/folders/{folderId}/shared-with', handler: (_, ctx) => share(ctx) },
  {
    method: 'POST',
    path: '/athlete/{id}/folders/{folderId}/import-workout',
    handler: (request, ctx) => importWorkout(request, ctx),
  },
];

/** A plan of the athlete's own, or one of the coach who holds the key. */
function planNamed(ctx: Ctx, record: AthleteRecord, id: unknown): Record<string, unknown> | undefined {
  return [...record.library.folders, ...ctx.state.me.library.folders].find((folder) => folder.id === id);
}

function planOf(ctx: Ctx, record: AthleteRecord): Record<string, unknown> {
  const {
    training_plan_id: id = null,
    training_plan_start_date: start = null,
    training_plan_alias: alias = null,
  } = record.settings;
  return {
    athlete_id: record.id,
    training_plan_id: id,
    training_plan_start_date: start,
    timezone: record.profile.timeZone,
    training_plan_last_applied: null,
    training_plan: planNamed(ctx, record, id) ?? null,
    training_plan_alias: alias,
  };
}

function follow(ctx: Ctx, record: AthleteRecord, body: Record<string, unknown>): void {
  const { training_plan_id: id, training_plan_start_date: start, training_plan_alias: alias } = body;
  if (id !== null && planNamed(ctx, record, id) === undefined) throw missing('Plan not found');
  Object.assign(record.settings, {
    training_plan_id: id,
    training_plan_start_date: start,
    training_plan_alias: alias ?? null,
  });
}

function assign(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  follow(ctx, record, objectBody(ctx.text()));
  return json(planOf(ctx, record));
}

function assignMany(ctx: Ctx): Response {
  const bodies = arrayBody(ctx.text());
  const records = bodies.map((body) => athleteAt(ctx.state, String(body.id), 'write'));
  records.forEach((record, i) => {
    follow(ctx, record, bodies[i]!);
  });
  return json({});
}

function folderOf(ctx: Ctx) {
  const record = athleteOf(ctx, 'write');
  const folder = record.library.folders.find((each) => String(each.id) === ctx.params.folderId);
  if (!folder) throw missing('Folder not found');
  return { record, folder };
}

/** Hides or shows the workouts of a range of plan days. */
function hide(ctx: Ctx): Response {
  const { record, folder } = folderOf(ctx);
  required(ctx.query, 'oldest', 'int');
  required(ctx.query, 'newest', 'int');
  const [oldest, newest] = [integer(ctx.query, 'oldest', 0), integer(ctx.query, 'newest', 0)];
  const { hide_from_athlete: hidden } = objectBody(ctx.text());
  const hit = record.library.workouts.filter(
    (workout) =>
      workout.folder_id === folder.id && Number(workout.day ?? 0) >= oldest && Number(workout.day ?? 0) <= newest,
  );
  for (const workout of hit) workout.hide_from_athlete = hidden === true;
  return json(hit.map((workout) => workoutRow(record, workout)));
}

function share(ctx: Ctx): Response {
  const { folder } = folderOf(ctx);
  const people = arrayBody(ctx.text()).map((body) => ({ ...body, id: athleteAt(ctx.state, String(body.id)).id }));
  folder.sharedWithCount = people.length;
  return json(people);
}

/** A workout out of a zwo, mrc or erg file. */
async function importWorkout(request: Request, ctx: Ctx): Promise<Response> {
  const { record, folder } = folderOf(ctx);
  const type = required(ctx.query, 'type', 'ActivityType');
  if (!ACTIVITY_TYPES.has(type)) throw unprocessable('Missing type');
  const { name, bytes } = await uploadedFile(request, ctx);
  const { textOfFile } = await import('../planned/convert.ts');
  const description = textOfFile(name, bytes);
  if (description === undefined) throw unprocessable(`Unable to read file [${name}]`);
  const workout = {
    id: record.library.nextId(),
    athlete_id: record.id,
    folder_id: Number(folder.id),
    name: name.replace(/\.\w+$/, ''),
    type,
    description,
    day: null,
    tags: null,
  };
  record.library.workouts.push(workout);
  return json(workoutRow(record, workout));
}
