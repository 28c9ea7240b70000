import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { blankEvent, EVENT_TYPES } from '../calendar/events.ts';
import { idOf, objectBody, type Row, wallClock, windowOf } from '../shape/body.ts';
import { badRequest, brokenController, missing } from '../shape/refusal.ts';
import type { World } from '../world.ts';

const ATHLETE = '/fitness/v6/athletes/{aid}';

export const eventRoutes: readonly Route<World>[] = [
  { method: 'GET', path: `${ATHLETE}/events/{s}/{e}`, handler: (_, ctx) => Response.json(list(ctx)) },
  { method: 'GET', path: '/fitness/v1/athletes/{aid}/events/{s}/{e}', handler: (_, ctx) => Response.json(list(ctx)) },
  { method: 'GET', path: `${ATHLETE}/events/focusevent`, handler: (_, ctx) => coming(ctx, 'A') },
  { method: 'GET', path: `${ATHLETE}/events/nextplannedevent`, handler: (_, ctx) => coming(ctx) },
  {
    method: 'POST',
    path: `${ATHLETE}/events`,
    handler: () => {
      throw brokenController();
    },
  },
  { method: 'POST', path: `${ATHLETE}/event`, handler: (_, ctx) => Response.json(create(ctx)) },
  { method: 'PUT', path: `${ATHLETE}/event`, handler: (_, ctx) => Response.json(replace(ctx)) },
  { method: 'DELETE', path: `${ATHLETE}/event/{id}`, handler: (_, ctx) => remove(ctx) },
];

const dayOfEvent = (event: Row) => String(event.eventDate).slice(0, 10);

function list(ctx: Ctx): Row[] {
  const { from, to } = windowOf(ctx);
  const all = athleteOf(ctx).events.list();
  return all.filter((event) => dayOfEvent(event) >= from && dayOfEvent(event) <= to);
}

/** The next event from today on, of a priority or of any; 404 when there is none. */
function coming(ctx: Ctx, priority?: string): Response {
  const record = athleteOf(ctx);
  const today = record.today();
  const found = record.events
    .list()
    .find((event) => dayOfEvent(event) >= today && (priority === undefined || event.atpPriority === priority));
  if (found === undefined) {
    if (ctx.state.quirks.noEventIsEmpty) return new Response(null, { status: 200 });
    throw missing();
  }
  return Response.json(found);
}

function create(ctx: Ctx): Row {
  const record = athleteOf(ctx);
  const event = written(record, objectBody(ctx), ctx.state.nextId('event'));
  record.events.put(event);
  if (!ctx.state.quirks.otherIdNames) return event;
  const { id: eventId, ...rest } = event;
  return { eventId, ...rest };
}

/** The id is in the body; what the body leaves out is gone. */
function replace(ctx: Ctx): Row {
  const record = athleteOf(ctx);
  const body = objectBody(ctx);
  const id = typeof body.id === 'number' ? body.id : Number(body.eventId);
  if (!record.events.find(id)) throw missing();
  const event = written(record, body, id);
  record.events.put(event);
  return event;
}

function written(record: AthleteRecord, body: Row, id: number): Row {
  if (body.personId !== record.id) {
    throw badRequest('AthleteId of request url and AthleteId in body of request do not match');
  }
  const blank = blankEvent(record.id);
  const event: Row = { ...blank };
  for (const key of Object.keys(blank)) if (body[key] !== undefined) event[key] = body[key];
  const day = wallClock(body.eventDate);
  if (day === null || typeof body.name !== 'string' || body.name === '') throw badRequest('The request is invalid.');
  const ids = (Array.isArray(body.workouts) ? body.workouts : []).filter((each) => typeof each === 'number');
  const workouts = inOrder(record, ids);
  return {
    ...event,
    id,
    eventDate: `${day.slice(0, 10)}T00:00:00`,
    eventType: EVENT_TYPES.has(String(body.eventType)) ? body.eventType : 'Undefined',
    goals: { ...(blank.goals as Row), ...(body.goals as Row | null), athleteEventId: id, athleteId: record.id },
    workouts,
    legs: workouts.map((workoutId, index) => legOf(record, workoutId, index)),
  };
}

/** As on the calendar, whatever order they were sent in; ids that are not on it are dropped. */
function inOrder(record: AthleteRecord, ids: readonly number[]): number[] {
  return record.workouts
    .list()
    .filter((workout) => ids.includes(workout.id))
    .map((workout) => ({ workout, row: record.workouts.row(workout) }))
    .sort(
      (a, b) =>
        a.workout.day.localeCompare(b.workout.day) || Number(a.row.orderOnDay ?? 0) - Number(b.row.orderOnDay ?? 0),
    )
    .map(({ workout }) => workout.id);
}

function legOf(record: AthleteRecord, workoutId: number, index: number): Row {
  const workout = record.workouts.find(workoutId);
  const row = workout ? record.workouts.row(workout) : {};
  return {
    legNumber: index + 1,
    workoutId,
    workoutTypeId: row.workoutTypeValueId ?? null,
    distance: row.distancePlanned ?? null,
  };
}

function remove(ctx: Ctx): Response {
  if (!athleteOf(ctx).events.remove(idOf(ctx.params.id))) throw missing();
  return new Response(null, { status: 200 });
}
