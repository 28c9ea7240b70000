import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { type PlannedWorkout, understand } from '../planned/doc.ts';
import { dayParameter, missing, objectBody, required, unprocessable } from '../shape/refusal.ts';
import { download, zip } from '../shape/zip.ts';
import type { World } from '../world.ts';

export const workoutFileRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/events/{eventId}/download{ext?}', handler: (_, ctx) => ofEvent(ctx) },
  { method: 'GET', path: '/athlete/{id}/workouts.zip', handler: (_, ctx) => archive(ctx) },
  { method: 'POST', path: '/athlete/{id}/download-workout{ext?}', handler: (_, ctx) => ofBody(ctx, athleteOf(ctx)) },
  { method: 'POST', path: '/download-workout{ext?}', handler: (_, ctx) => ofBody(ctx, ctx.state.me) },
];

async function bytesOf(ctx: Ctx, planned: PlannedWorkout, name: string, type: string, ext: string) {
  const { fileOf } = await import('../planned/convert.ts');
  return fileOf(planned, name, type, ext, ctx.now().toISOString());
}

function extension(ctx: Ctx): string {
  const ext = ctx.params.ext?.slice(1);
  if (ext === undefined) throw unprocessable('Missing ext');
  return ext;
}

async function ofEvent(ctx: Ctx): Promise<Response> {
  const record = athleteOf(ctx);
  const event = record.calendar.find(Number(ctx.params.eventId));
  const planned = event && record.calendar.workout(event);
  if (!event || !planned) throw missing('Workout not found');
  const ext = extension(ctx);
  const bytes = await bytesOf(ctx, planned, String(event.name ?? 'Workout'), String(event.type), ext);
  return download(bytes, `${event.id}.${ext}`);
}

async function archive(ctx: Ctx): Promise<Response> {
  const record = athleteOf(ctx);
  const ext = required(ctx.query, 'ext');
  const oldest = dayParameter('oldest', required(ctx.query, 'oldest'));
  const newest = dayParameter('newest', required(ctx.query, 'newest'));
  const entries = [];
  for (const event of record.calendar.list()) {
    const day = event.start_date_local.slice(0, 10);
    const planned = day >= oldest && day <= newest ? record.calendar.workout(event) : undefined;
    if (!planned) continue;
    const bytes = await bytesOf(ctx, planned, String(event.name ?? 'Workout'), String(event.type), ext);
    entries.push({ name: `${day}-${event.id}.${ext}`, bytes });
  }
  return download(zip(entries), 'workouts.zip', 'application/zip');
}

async function ofBody(ctx: Ctx, record: AthleteRecord): Promise<Response> {
  const { description, type = 'Ride', name = 'Workout' } = objectBody(ctx.text());
  const planned = understand(String(description ?? ''), String(type), record.groups, record.profile);
  if (!planned) throw unprocessable('Workout has no steps');
  const ext = extension(ctx);
  return download(await bytesOf(ctx, planned, String(name), String(type), ext), `workout.${ext}`);
}
