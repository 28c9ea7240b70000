import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import { blankItem } from '../health/garage.ts';
import { daysWithPoints, METRIC_TYPES, point } from '../health/metrics.ts';
import { numberOrNull, objectBody, parsed, type Row, textOrNull, wallClock, windowOf } from '../shape/body.ts';
import { badRequest, brokenController } from '../shape/refusal.ts';
import type { World } from '../world.ts';

const EQUIPMENT = '/fitness/v1/athletes/{aid}/equipment';

export const healthRoutes: readonly Route<World>[] = [
  {
    method: 'POST',
    path: '/metrics/v3/athletes/{aid}/consolidatedtimedmetric',
    handler: (_, ctx) => Response.json(addPoints(ctx)),
  },
  {
    method: 'GET',
    path: '/metrics/v3/athletes/{aid}/consolidatedtimedmetrics/{s}/{e}',
    handler: (_, ctx) => points(ctx),
  },
  {
    method: 'GET',
    path: '/metrics/v2/athletes/{aid}/timedmetrics/{s}/{e}',
    handler: (_, ctx) => points(ctx),
  },
  {
    method: 'GET',
    path: '/fitness/v1/athletes/{aid}/nutrition/{s}/{e}',
    handler: (_, ctx) => {
      athleteOf(ctx);
      windowOf(ctx);
      return Response.json([]);
    },
  },
  { method: 'GET', path: EQUIPMENT, handler: (_, ctx) => Response.json(athleteOf(ctx).garage.items) },
  { method: 'PUT', path: EQUIPMENT, handler: (_, ctx) => Response.json(replaceEquipment(ctx)) },
];

function points(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const { from, to } = windowOf(ctx);
  const rows = daysWithPoints(record, from, to);
  return Response.json(rows.length === 0 && ctx.state.quirks.nullLists ? null : rows);
}

function addPoints(ctx: Ctx): Row {
  const record = athleteOf(ctx);
  const body = objectBody(ctx);
  if (body.athleteId !== record.id) {
    throw badRequest('AthleteId of request url and AthleteId in body of request do not match');
  }
  const stamp = wallClock(body.timeStamp);
  if (stamp === null || !Array.isArray(body.details) || body.details.length === 0) {
    throw badRequest('The request is invalid.');
  }
  const details = (body.details as Row[]).map((detail) => {
    const type = METRIC_TYPES.get(Number(detail.type));
    const value = numberOrNull(detail.value);
    if (!type || value === null || value < type.min || value > type.max) throw badRequest('The request is invalid.');
    const time = wallClock(detail.time) ?? stamp;
    return point(Number(detail.type), type.label, value, time, textOrNull(detail.uploadClient));
  });
  return record.health.add(stamp.slice(0, 10), details);
}

/** The whole list as it is from now on. What has no type that the service knows is dropped without a word. */
function replaceEquipment(ctx: Ctx): Row[] {
  const record = athleteOf(ctx);
  const list = parsed(ctx);
  if (!Array.isArray(list)) throw brokenController();
  const kept = (list as Row[]).filter((item) => item?.type === 1 || item?.type === 2);
  record.garage.items = kept.map((item) => {
    const row = blankItem(record.id, item.type);
    for (const key of Object.keys(row)) if (item[key] !== undefined) row[key] = item[key];
    const known = record.garage.items.some(({ equipmentId }) => equipmentId === item.equipmentId);
    return { ...row, athleteId: record.id, equipmentId: known ? item.equipmentId : ctx.state.nextId('equipment') };
  });
  return record.garage.items;
}
