import type { Route } from '@core/sandbox';
import { activityOf, athleteOf, type Ctx } from '../access.ts';
import { activityRow, withIntervals } from '../activities/row.ts';
import { writeActivity } from '../activities/write.ts';
import { csv, json, onlyFields } from '../shape/json.ts';
import { dayParameter, flag, integer, missing, objectBody, required } from '../shape/refusal.ts';
import type { World } from '../world.ts';

export const activityRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/activities', handler: (_, ctx) => list(ctx) },
  { method: 'GET', path: '/athlete/{id}/activities.csv', handler: (_, ctx) => wholeList(ctx) },
  { method: 'GET', path: '/athlete/{athleteId}/activities/{ids}', handler: (_, ctx) => several(ctx) },
  { method: 'GET', path: '/athlete/{id}/activities-around', handler: (_, ctx) => around(ctx) },
  { method: 'GET', path: '/athlete/{id}/activity-tags', handler: (_, ctx) => tags(ctx) },
  { method: 'GET', path: '/activity/{id}', handler: (_, ctx) => one(ctx) },
  { method: 'PUT', path: '/activity/{id}', handler: (_, ctx) => update(ctx) },
  { method: 'DELETE', path: '/activity/{id}', handler: (_, ctx) => remove(ctx) },
  { method: 'DELETE', path: '/activity/{id}/tombstone', handler: (_, ctx) => forgive(ctx) },
];

/** Newest first; `limit` keeps the newest. A bare end date includes its whole day. */
function list(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const oldest = required(ctx.query, 'oldest');
  const newest = ctx.query.get('newest') || `${record.today()}T23:59:59`;
  dayParameter('oldest', oldest);
  dayParameter('newest', newest);
  const until = newest.length === 10 ? `${newest}T23:59:59` : newest;
  const limit = integer(ctx.query, 'limit', Number.POSITIVE_INFINITY);
  const route = ctx.query.get('route_id');
  const rows = record.activities
    .list()
    .filter((activity) => activity.startLocal >= oldest && activity.startLocal <= until)
    .filter((activity) => route === null || String(record.activities.recording(activity)?.course?.id) === route)
    .slice(0, limit)
    .map((activity) => onlyFields(activityRow(record, activity), ctx.query.get('fields')));
  return json(rows);
}

function wholeList(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const columns =
    'id start_date_local type name distance moving_time icu_training_load average_heartrate icu_average_watts'.split(
      ' ',
    );
  return csv(
    record.activities.list().map((activity) => activityRow(record, activity)),
    columns,
  );
}

/** Oldest first; unknown, repeated and bare-digit ids are left out; `fields` is ignored. */
function several(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'read', 'athleteId');
  const ids = new Set((ctx.params.ids ?? '').split(',').filter((id) => id.startsWith('i')));
  const show = flag(ctx.query, 'intervals') ? withIntervals : activityRow;
  const found = record.activities.list().filter((activity) => ids.has(activity.id));
  return json(found.reverse().map((activity) => show(record, activity)));
}

/** The neighbours of one activity, nearest in time first. */
function around(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const id = required(ctx.query, 'activity_id');
  const centre = record.activities.find(id);
  if (!centre) throw missing('Activity not found');
  const at = Date.parse(`${centre.startLocal}Z`);
  const distance = (local: string) => Math.abs(Date.parse(`${local}Z`) - at);
  const route = ctx.query.get('route_id');
  const there = record.activities
    .list()
    .filter((activity) => route === null || String(activityRow(record, activity).route_id) === route);
  const near = there.sort((a, b) => distance(a.startLocal) - distance(b.startLocal));
  return json(near.slice(0, integer(ctx.query, 'limit', 30)).map((activity) => activityRow(record, activity)));
}

function tags(ctx: Ctx): Response {
  const all = athleteOf(ctx)
    .activities.list()
    .flatMap((activity) => {
      const written = activity.patch.tags;
      if (Array.isArray(written)) return written.map(String);
      return activity.origin.kind === 'session' ? [...activity.origin.session.tags] : [];
    });
  return json([...new Set(all)].sort());
}

function one(ctx: Ctx): Response {
  const { record, activity } = activityOf(ctx);
  return json(flag(ctx.query, 'intervals') ? withIntervals(record, activity) : activityRow(record, activity));
}

function update(ctx: Ctx): Response {
  const { record, activity } = activityOf(ctx, 'write');
  writeActivity(record, activity, objectBody(ctx.text()));
  return json(activityRow(record, activity));
}

function remove(ctx: Ctx): Response {
  const { record, activity } = activityOf(ctx, 'write');
  record.activities.remove(activity.id);
  return json({ icu_athlete_id: record.id, id: activity.id });
}

function forgive(ctx: Ctx): Response {
  const id = ctx.params.id ?? '';
  const owner = ctx.state.athletes.find(
    (record) => record.permission === 'WRITE' && record.activities.tombstones.has(id),
  );
  if (!owner) throw missing('Tombstone not found');
  owner.activities.tombstones.delete(id);
  return new Response(null, { status: 200 });
}
