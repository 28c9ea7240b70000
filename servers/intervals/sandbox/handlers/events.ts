import type { Route } from '@core/sandbox';
import { addDays } from '@core/sandbox/athlete';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import type { StoredEvent } from '../planned/calendar.ts';
import { eventRow } from '../planned/event-row.ts';
import { afterWrite, writable } from '../planned/write-event.ts';
import { csv, json } from '../shape/json.ts';
import { dayParameter, flag, integer, missing, objectBody, unprocessable } from '../shape/refusal.ts';
import type { World } from '../world.ts';

export const eventRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/events{ext?}', handler: (_, ctx) => list(ctx) },
  { method: 'POST', path: '/athlete/{id}/events', handler: (_, ctx) => create(ctx) },
  { method: 'GET', path: '/athlete/{id}/events/{eventId}', handler: (_, ctx) => one(ctx) },
  { method: 'PUT', path: '/athlete/{id}/events/{eventId}', handler: (_, ctx) => update(ctx) },
  { method: 'DELETE', path: '/athlete/{id}/events/{eventId}', handler: (_, ctx) => remove(ctx) },
  { method: 'GET', path: '/athlete/{id}/fitness-model-events', handler: (_, ctx) => fitnessModel(ctx) },
  { method: 'GET', path: '/athlete/{id}/event-tags', handler: (_, ctx) => tags(ctx) },
];

/** From today for a week, unless told otherwise; the last day is included. */
async function list(ctx: Ctx): Promise<Response> {
  const record = athleteOf(ctx);
  const { query } = ctx;
  const oldest = dayParameter('oldest', query.get('oldest') || record.today());
  const newest = dayParameter('newest', query.get('newest') || addDays(oldest, 6));
  const categories = query.get('category')?.split(',');
  const limit = integer(query, 'limit', Number.POSITIVE_INFINITY);
  const number = (name: string, fallback: number) => Number(query.get(name) ?? fallback);
  const resolve = flag(query, 'resolve')
    ? { power: number('powerRange', 2.5), hr: number('hrRange', 1.5), pace: number('paceRange', 2.5) }
    : undefined;
  const rows = record.calendar
    .list()
    .filter((event) => overlaps(event, oldest, newest))
    .filter((event) => categories === undefined || categories.includes(event.category))
    .slice(0, limit)
    .map((event) => eventRow(record, event, resolve));
  if (ctx.params.ext === '.csv') return csv(rows);
  const ext = query.get('ext');
  return json(ext === null ? rows : await Promise.all(rows.map((row) => withFile(ctx, record, row, ext))));
}

/** `ext=` adds each workout as a file to its event. */
async function withFile(ctx: Ctx, record: AthleteRecord, row: Record<string, unknown>, ext: string) {
  const event = record.calendar.find(Number(row.id));
  const planned = event && record.calendar.workout(event);
  if (!planned) return row;
  const { fileOf } = await import('../planned/convert.ts');
  const bytes = fileOf(planned, String(row.name ?? 'Workout'), String(row.type), ext, ctx.now().toISOString());
  return {
    ...row,
    workout_filename: `${row.id}.${ext}`,
    workout_file_base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
  };
}

function overlaps(event: StoredEvent, oldest: string, newest: string): boolean {
  return event.start_date_local.slice(0, 10) <= newest && event.end_date_local > `${oldest}T00:00:00`;
}

function found(ctx: Ctx, record: AthleteRecord): StoredEvent {
  const id = Number(ctx.params.eventId);
  if (!Number.isInteger(id)) {
    throw unprocessable(
      `Failed to convert value of type 'java.lang.String' to required type 'int'; For input string: "${ctx.params.eventId}"`,
    );
  }
  const event = record.calendar.find(id);
  if (!event) throw missing('Event not found');
  return event;
}

function one(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  return json(eventRow(record, found(ctx, record)));
}

function create(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const body = objectBody(ctx.text());
  const twin = flag(ctx.query, 'upsertOnUid') ? byKey(record, 'uid', body.uid) : undefined;
  return json(eventRow(record, store(record, body, twin)));
}

/** Creates an event, or changes the one that it replaces. */
export function store(
  record: AthleteRecord,
  body: Record<string, unknown>,
  twin: StoredEvent | undefined,
): StoredEvent {
  const values = writable(body, twin);
  const event = twin ?? record.calendar.add(values);
  if (twin) record.calendar.update(twin, values);
  afterWrite(record, event, body);
  return event;
}

export function byKey(record: AthleteRecord, key: 'uid' | 'external_id', value: unknown): StoredEvent | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return record.calendar.list().find((event) => event[key] === value);
}

function update(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const event = found(ctx, record);
  return json(eventRow(record, store(record, objectBody(ctx.text()), event)));
}

/** With `others`, the siblings that were added together go too, from `notBefore` on. */
function remove(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const event = found(ctx, record);
  const ids = new Set([event.id]);
  const notBefore = ctx.query.get('notBefore') ?? '';
  if (flag(ctx.query, 'others')) {
    for (const other of record.calendar.list()) {
      if (
        other.added_with !== undefined &&
        other.added_with === event.added_with &&
        other.start_date_local >= notBefore
      )
        ids.add(other.id);
    }
  }
  record.calendar.remove(ids);
  return json({ id: event.id });
}

function fitnessModel(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const kinds = new Set(['FITNESS_DAYS', 'SET_FITNESS', 'SET_EFTP']);
  const events = record.calendar.list().filter((event) => kinds.has(event.category));
  return json(events.map((event) => eventRow(record, event)));
}

function tags(ctx: Ctx): Response {
  const all = athleteOf(ctx)
    .calendar.list()
    .flatMap((event) => (Array.isArray(event.tags) ? event.tags.map(String) : []));
  return json([...new Set(all)].sort());
}
