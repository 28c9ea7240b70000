import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import { allKeys, empty, json } from '../shape/json.ts';
import { customItemKeys } from '../shape/keys.ts';
import { arrayBody, missing, objectBody, offsetTime, unprocessable } from '../shape/refusal.ts';
import { uploadedFile } from '../wellness-import.ts';
import type { World } from '../world.ts';

const LIST = '/athlete/{id}/custom-item';
const ONE = `${LIST}/{itemId}`;
const TYPES: ReadonlySet<string> = new Set(
  `FITNESS_CHART FITNESS_TABLE TRACE_CHART INPUT_FIELD ACTIVITY_FIELD INTERVAL_FIELD ACTIVITY_STREAM ACTIVITY_CHART
  ACTIVITY_HISTOGRAM ACTIVITY_HEATMAP ACTIVITY_MAP ACTIVITY_PANEL ZONES`.split(/\s+/),
);

export const customItemRoutes: readonly Route<World>[] = [
  { method: 'GET', path: LIST, handler: (_, ctx) => json(athleteOf(ctx).customItems.map(itemRow)) },
  { method: 'POST', path: LIST, handler: (_, ctx) => create(ctx) },
  { method: 'PUT', path: '/athlete/{id}/custom-item-indexes', handler: (_, ctx) => reorder(ctx) },
  { method: 'GET', path: ONE, handler: (_, ctx) => json(itemRow(itemOf(ctx).item)) },
  { method: 'PUT', path: ONE, handler: (_, ctx) => update(ctx) },
  { method: 'DELETE', path: ONE, handler: (_, ctx) => remove(ctx) },
  { method: 'POST', path: `${ONE}/image`, handler: (request, ctx) => image(request, ctx) },
];

function itemRow(item: Record<string, unknown>): Record<string, unknown> {
  return allKeys(customItemKeys, item);
}

function itemOf(ctx: Ctx, access: 'read' | 'write' = 'read') {
  const record = athleteOf(ctx, access);
  const item = record.customItems.find((each) => String(each.id) === ctx.params.itemId);
  if (!item) throw missing('Custom item not found');
  return { record, item };
}

function create(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const body = objectBody(ctx.text());
  if (!TYPES.has(String(body.type))) throw unprocessable('Missing type');
  checkCode(body);
  const item = {
    visibility: 'PRIVATE',
    usage_count: 0,
    ...body,
    id: 40_000 + record.number * 100 + record.customItems.length,
    athlete_id: record.id,
    index: record.customItems.length,
    updated: offsetTime(ctx.now()),
  };
  record.customItems.push(item);
  return json({ ...itemRow(item), required_items_created: [] });
}

/** Fields have a code that becomes a key of the rows. */
function checkCode(body: Record<string, unknown>): void {
  const code = (body.content as { code?: unknown } | null | undefined)?.code;
  if (String(body.type).endsWith('_FIELD') && code !== undefined && !/^[A-Z][A-Za-z0-9]+$/.test(String(code))) {
    throw unprocessable('Invalid code');
  }
}

function update(ctx: Ctx): Response {
  const { item } = itemOf(ctx, 'write');
  const body = objectBody(ctx.text());
  checkCode({ type: item.type, ...body });
  const { id: _id, athlete_id: _athlete, ...values } = body;
  Object.assign(item, values, { updated: offsetTime(ctx.now()) });
  return json(itemRow(item));
}

function remove(ctx: Ctx): Response {
  const { record, item } = itemOf(ctx, 'write');
  record.customItems.splice(record.customItems.indexOf(item), 1);
  return empty();
}

const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Keeps where the picture would lie, not the picture: nothing here looks at one. */
async function image(request: Request, ctx: Ctx): Promise<Response> {
  const { item } = itemOf(ctx, 'write');
  const { type, bytes } = await uploadedFile(request, ctx);
  if (!PICTURES.has(type) || bytes.length === 0) throw unprocessable('Invalid image');
  Object.assign(item, {
    image: `https://intervals.icu/custom-item/${String(item.id)}/image-${bytes.length}`,
    updated: offsetTime(ctx.now()),
  });
  return json(itemRow(item));
}

function reorder(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  for (const { id, index } of arrayBody(ctx.text())) {
    const item = record.customItems.find((each) => each.id === id);
    if (item) item.index = index;
  }
  record.customItems.sort((a, b) => Number(a.index) - Number(b.index));
  return empty();
}
