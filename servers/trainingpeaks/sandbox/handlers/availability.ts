import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { idOf, objectBody, type Row, textOrNull, wallClock, windowOf } from '../shape/body.ts';
import { badRequest, missing } from '../shape/refusal.ts';
import type { World } from '../world.ts';

const AVAILABILITY = '/fitness/v1/athletes/{aid}/availability';
const GOALS = '/fitness/v1/athletes/{aid}/goallists';

export const availabilityRoutes: readonly Route<World>[] = [
  { method: 'GET', path: `${AVAILABILITY}/{s}/{e}`, handler: (_, ctx) => Response.json(list(ctx)) },
  { method: 'POST', path: AVAILABILITY, handler: (_, ctx) => Response.json(create(ctx)) },
  { method: 'GET', path: `${AVAILABILITY}/{id}`, handler: (_, ctx) => Response.json(one(ctx)) },
  { method: 'PUT', path: `${AVAILABILITY}/{id}`, handler: (_, ctx) => Response.json(replace(ctx)) },
  { method: 'DELETE', path: `${AVAILABILITY}/{id}`, handler: (_, ctx) => remove(ctx) },
  { method: 'POST', path: GOALS, handler: (_, ctx) => Response.json(addGoals(ctx)) },
  { method: 'GET', path: GOALS, handler: (_, ctx) => Response.json([...athleteOf(ctx).goalLists.values()]) },
  { method: 'DELETE', path: `${GOALS}/{id}`, handler: (_, ctx) => removeGoals(ctx) },
];

/** Whatever overlaps the window. */
function list(ctx: Ctx): Row[] {
  const { from, to } = windowOf(ctx);
  const day = (value: unknown) => String(value).slice(0, 10);
  return [...athleteOf(ctx).availability.values()].filter(
    ({ startDate, endDate }) => day(startDate) <= to && day(endDate) >= from,
  );
}

function one(ctx: Ctx): Row {
  const found = athleteOf(ctx).availability.get(idOf(ctx.params.id));
  if (!found) throw missing();
  return found;
}

function values(record: AthleteRecord, body: Row): Row {
  if (body.personId !== record.id) {
    throw badRequest('AthleteId of request url and AthleteId in body of request do not match');
  }
  const startDate = wallClock(body.startDate);
  const endDate = wallClock(body.endDate);
  if (startDate === null || endDate === null || endDate < startDate) throw badRequest('The request is invalid.');
  if (body.type !== 1 && body.type !== 2) throw badRequest('The request is invalid.');
  return {
    personId: record.id,
    startDate,
    endDate,
    type: body.type,
    // Whatever was sent: the service never says true.
    limitedAvailability: false,
    availableSportTypes: Array.isArray(body.availableSportTypes) ? body.availableSportTypes : [],
    reason: textOrNull(body.reason) ?? 'Other',
    description: textOrNull(body.description) ?? '',
  };
}

function create(ctx: Ctx): Row {
  const record = athleteOf(ctx);
  const written = values(record, objectBody(ctx));
  const row = { id: ctx.state.nextId('availability'), ...written };
  record.availability.set(row.id, row);
  return row;
}

function replace(ctx: Ctx): Row {
  const record = athleteOf(ctx);
  const { id } = one(ctx);
  const row = { id, ...values(record, objectBody(ctx)) };
  record.availability.set(Number(id), row);
  return row;
}

function remove(ctx: Ctx): Response {
  const { id } = one(ctx);
  athleteOf(ctx).availability.delete(Number(id));
  return new Response(null, { status: 200 });
}

function addGoals(ctx: Ctx): Row {
  const record = athleteOf(ctx);
  const body = objectBody(ctx);
  const activityDate = wallClock(body.activityDate);
  if (activityDate === null || !Array.isArray(body.goals)) throw badRequest('The request is invalid.');
  const id = ctx.state.nextId('goalList');
  const list = { id, athleteId: record.id, activityDate, goals: body.goals };
  record.goalLists.set(id, list);
  return list;
}

function removeGoals(ctx: Ctx): Response {
  if (!athleteOf(ctx).goalLists.delete(idOf(ctx.params.id))) throw missing();
  return new Response(null, { status: 204 });
}
