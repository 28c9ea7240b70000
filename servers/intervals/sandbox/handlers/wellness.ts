import type { Route } from '@core/sandbox';
import { addDays, type Day } from '@core/sandbox/athlete';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { csv, empty, json, onlyFields } from '../shape/json.ts';
import { arrayBody, dayParameter, missing, objectBody } from '../shape/refusal.ts';
import { importWellness } from '../wellness-import.ts';
import { wellnessRow, writeWellness } from '../wellness-row.ts';
import type { World } from '../world.ts';

export const wellnessRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/wellness{ext?}', handler: (_, ctx) => list(ctx) },
  { method: 'GET', path: '/athlete/{id}/wellness/{date}', handler: (_, ctx) => one(ctx) },
  { method: 'PUT', path: '/athlete/{id}/wellness', handler: (_, ctx) => put(ctx) },
  { method: 'PUT', path: '/athlete/{id}/wellness/{date}', handler: (_, ctx) => put(ctx, ctx.params.date) },
  { method: 'PUT', path: '/athlete/{id}/wellness-bulk', handler: (_, ctx) => bulk(ctx) },
  { method: 'POST', path: '/athlete/{id}/wellness', handler: (request, ctx) => importWellness(request, ctx) },
];

/** Days ahead that have a row, because the plan projects fitness. */
const DAYS_AHEAD = 42;

function list(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const first = record.simulated.firstDay;
  const last = addDays(record.today(), DAYS_AHEAD);
  const oldest = dayParameter('oldest', ctx.query.get('oldest') ?? first);
  const newest = dayParameter('newest', ctx.query.get('newest') ?? last);
  const rows: Record<string, unknown>[] = [];
  for (let day = later(oldest, first); day <= newest && day <= last; day = addDays(day, 1)) {
    rows.push(wellnessRow(record, day));
  }
  const columns = ctx.query.get('cols')?.split(',');
  if (ctx.params.ext === '.csv') return csv(rows, columns);
  return json(rows.map((row) => onlyFields(row, withId(ctx.query.get('fields')))));
}

/** The day always comes along. */
function withId(fields: string | null): string | null {
  return fields === null || fields === '' ? null : `id,${fields}`;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function one(ctx: Ctx): Response {
  return json(wellnessRow(athleteOf(ctx), dayParameter('date', ctx.params.date ?? '')));
}

function put(ctx: Ctx, date?: string): Response {
  const record = athleteOf(ctx, 'write');
  const body = objectBody(ctx.text());
  const day = dayParameter('date', date ?? String(body.id ?? ''));
  writeWellness(record, day, body);
  return json(wellnessRow(record, day));
}

function bulk(ctx: Ctx): Response {
  const record: AthleteRecord = athleteOf(ctx, 'write');
  for (const body of arrayBody(ctx.text())) {
    if (typeof body.id !== 'string') throw missing('Missing id');
    writeWellness(record, dayParameter('id', body.id), body);
  }
  return empty();
}
