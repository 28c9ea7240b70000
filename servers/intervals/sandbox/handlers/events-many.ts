import type { Route } from '@core/sandbox';
import { addDays, daysBetween } from '@core/sandbox/athlete';
import { athleteOf, type Ctx } from '../access.ts';
import { activityRow } from '../activities/row.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import type { StoredEvent } from '../planned/calendar.ts';
import { eventRow } from '../planned/event-row.ts';
import { empty, json } from '../shape/json.ts';
import { arrayBody, dayParameter, flag, missing, objectBody, required, unprocessable } from '../shape/refusal.ts';
import type { World } from '../world.ts';
import { byKey, store } from './events.ts';

export const manyEventRoutes: readonly Route<World>[] = [
  { method: 'PUT', path: '/athlete/{id}/events', handler: (_, ctx) => setFlags(ctx) },
  { method: 'DELETE', path: '/athlete/{id}/events', handler: (_, ctx) => removeRange(ctx) },
  { method: 'POST', path: '/athlete/{id}/events/bulk', handler: (_, ctx) => createMany(ctx) },
  { method: 'PUT', path: '/athlete/{id}/events/bulk-delete', handler: (_, ctx) => removeMany(ctx) },
  { method: 'POST', path: '/athlete/{id}/duplicate-events', handler: (_, ctx) => duplicate(ctx) },
  { method: 'POST', path: '/athlete/{id}/events/{eventId}/mark-done', handler: (_, ctx) => markDone(ctx) },
  { method: 'POST', path: '/athlete/{id}/events/apply-plan', handler: (_, ctx) => applyPlan(ctx) },
];

/** Only visibility and lock can be changed for a range. */
function setFlags(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const oldest = dayParameter('oldest', required(ctx.query, 'oldest'));
  const newest = dayParameter('newest', required(ctx.query, 'newest'));
  const { hide_from_athlete, athlete_cannot_edit } = objectBody(ctx.text());
  const values: Record<string, unknown> = {};
  if (typeof hide_from_athlete === 'boolean') values.hide_from_athlete = hide_from_athlete;
  if (typeof athlete_cannot_edit === 'boolean') values.athlete_cannot_edit = athlete_cannot_edit;
  const hit = inRange(record, oldest, newest);
  for (const event of hit) record.calendar.update(event, values);
  return json(hit.map((event) => eventRow(record, event)));
}

function inRange(record: AthleteRecord, oldest: string, newest: string): StoredEvent[] {
  return record.calendar.list().filter((event) => {
    const day = event.start_date_local.slice(0, 10);
    return day >= oldest && day <= newest;
  });
}

/** Without `newest` everything later goes: the service does exactly that. */
function removeRange(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const oldest = dayParameter('oldest', required(ctx.query, 'oldest'));
  const categories = required(ctx.query, 'category').split(',');
  const newest = dayParameter('newest', ctx.query.get('newest') || '9999-12-31');
  const creator = ctx.query.get('createdById');
  const doomed = inRange(record, oldest, newest)
    .filter((event) => categories.includes(event.category))
    .filter((event) => creator === null || event.created_by_id === creator);
  record.calendar.remove(new Set(doomed.map((event) => event.id)));
  return empty();
}

/** `upsert` matches external_id and makes `upsertOnUid` ignored. */
function createMany(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const key = flag(ctx.query, 'upsert') ? 'external_id' : flag(ctx.query, 'upsertOnUid') ? 'uid' : undefined;
  const bodies = arrayBody(ctx.text());
  const together = record.calendar.version;
  const stored = bodies.map((body) => {
    const event = store(record, body, key ? byKey(record, key, body[key]) : undefined);
    event.added_with ??= together;
    return event;
  });
  return json(stored.map((event) => eventRow(record, event)));
}

/** By id or external_id; what is not there is passed over. */
function removeMany(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const ids = new Set<number>();
  for (const body of arrayBody(ctx.text())) {
    const event =
      typeof body.id === 'number' ? record.calendar.find(body.id) : byKey(record, 'external_id', body.external_id);
    if (event) ids.add(event.id);
  }
  return json({ eventsDeleted: record.calendar.remove(ids) });
}

function duplicate(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const { eventIds, numCopies, weeksBetween } = objectBody(ctx.text());
  if (!Array.isArray(eventIds) || typeof numCopies !== 'number' || typeof weeksBetween !== 'number') {
    throw unprocessable('eventIds, numCopies and weeksBetween are required');
  }
  const copies: StoredEvent[] = [];
  for (const id of eventIds) {
    const event = record.calendar.find(Number(id));
    if (!event) continue;
    for (let n = 1; n <= numCopies; n++) copies.push(copyOf(record, event, 7 * weeksBetween * n));
  }
  return json(copies.map((event) => eventRow(record, event)));
}

/** The same event some days later, with an identity of its own. */
function copyOf(record: AthleteRecord, event: StoredEvent, days: number): StoredEvent {
  const { id: _id, uid: _uid, external_id: _external, updated: _updated, added_with: _with, ...values } = event;
  const moved = (time: string) => `${addDays(time.slice(0, 10), days)}${time.slice(10)}`;
  return record.calendar.add({
    ...values,
    start_date_local: moved(event.start_date_local),
    end_date_local: moved(event.end_date_local),
  });
}

/** A typed-in activity that looks like the plan. */
function markDone(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const event = record.calendar.find(Number(ctx.params.eventId));
  if (!event) throw missing('Event not found');
  const row = eventRow(record, event);
  const activity = record.activities.add({
    startLocal: event.start_date_local,
    source: 'MANUAL',
    origin: {
      kind: 'manual',
      values: {
        type: event.type ?? 'Workout',
        name: event.name,
        description: null,
        moving_time: row.moving_time,
        distance: row.distance,
        icu_training_load: row.icu_training_load,
      },
    },
  });
  activity.patch.paired_event_id = event.id;
  return json(activityRow(record, activity));
}

/** Copies a plan's workouts onto the calendar, day 0 on the given date. */
function applyPlan(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const { folder_id: folderId, start_date_local: start } = objectBody(ctx.text());
  const folder = record.library.folders.find((each) => each.id === folderId);
  if (!folder) throw missing('Folder not found');
  const first = dayParameter('start_date_local', String(start));
  const workouts = record.library.workouts.filter((workout) => workout.folder_id === folderId);
  for (const workout of workouts) {
    const day = addDays(first, Number(workout.day ?? 0));
    record.calendar.add({
      category: 'WORKOUT',
      start_date_local: `${day}T00:00:00`,
      end_date_local: `${addDays(day, 1)}T00:00:00`,
      type: workout.type,
      name: workout.name,
      description: workout.description,
      plan_folder_id: folderId,
      plan_workout_id: workout.id,
      plan_name: folder.name,
    });
  }
  return json({ events_created: workouts.length, days: daysBetween(first, addDays(first, 27)) });
}
