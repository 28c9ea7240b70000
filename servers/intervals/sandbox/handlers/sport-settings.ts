import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { PACE_DISTANCES } from '../curves/grids.ts';
import { groupFor, heartRateZones, group as newGroup, type SettingsGroup } from '../settings.ts';
import { settingsRow } from '../settings-row.ts';
import { json } from '../shape/json.ts';
import { arrayBody, missing, objectBody, offsetTime, required, unprocessable } from '../shape/refusal.ts';
import { ACTIVITY_TYPES, familyOf } from '../sports.ts';
import type { World } from '../world.ts';

const LIST = '/athlete/{athleteId}/sport-settings';
const ONE = `${LIST}/{id}`;

export const sportSettingsRoutes: readonly Route<World>[] = [
  { method: 'GET', path: LIST, handler: (_, ctx) => json(list(owner(ctx))) },
  { method: 'POST', path: LIST, handler: (_, ctx) => create(ctx) },
  { method: 'PUT', path: LIST, handler: (_, ctx) => updateMany(ctx) },
  { method: 'GET', path: ONE, handler: (_, ctx) => json(settingsRow(owner(ctx), named(ctx, owner(ctx)))) },
  { method: 'PUT', path: ONE, handler: (_, ctx) => updateOne(ctx) },
  { method: 'DELETE', path: ONE, handler: (_, ctx) => remove(ctx) },
  { method: 'PUT', path: `${ONE}/apply`, handler: (_, ctx) => apply(ctx) },
  { method: 'GET', path: `${ONE}/matching-activities`, handler: (_, ctx) => json(matching(ctx)) },
  { method: 'GET', path: `${ONE}/pace_distances`, handler: (_, ctx) => json(distances(named(ctx, owner(ctx)))) },
  { method: 'GET', path: '/pace_distances', handler: () => json({ distances: PACE_DISTANCES, defaults: [] }) },
];

function owner(ctx: Ctx, access: 'read' | 'write' = 'read'): AthleteRecord {
  return athleteOf(ctx, access, 'athleteId');
}

function list(record: AthleteRecord): Record<string, unknown>[] {
  return record.groups.map((group) => settingsRow(record, group));
}

/** By id, or by type name; a type without a group gives the one for the rest, an unknown type nothing. */
function named(ctx: Ctx, record: AthleteRecord): SettingsGroup {
  const name = ctx.params.id ?? '';
  const byId = record.groups.find((group) => String(group.id) === name);
  if (byId) return byId;
  if (!ACTIVITY_TYPES.has(name)) throw missing();
  return groupFor(record.groups, name);
}

function create(ctx: Ctx): Response {
  const record = owner(ctx, 'write');
  const body = objectBody(ctx.text());
  const types = Array.isArray(body.types) ? body.types.map(String) : [];
  if (types.length === 0 || types.some((type) => !ACTIVITY_TYPES.has(type))) throw unprocessable('Missing type');
  const id = Math.max(...record.groups.map((each) => each.id)) + 1;
  const created = newGroup(id, types, record.profile, body as Partial<SettingsGroup>);
  record.groups.push(created);
  return json(settingsRow(record, created));
}

function updateMany(ctx: Ctx): Response {
  const record = owner(ctx, 'write');
  const recalculate = required(ctx.query, 'recalcHrZones', 'boolean') === 'true';
  for (const body of arrayBody(ctx.text())) {
    const target = record.groups.find((group) => group.id === body.id);
    if (target) write(record, target, body, recalculate);
  }
  return json(list(record));
}

function updateOne(ctx: Ctx): Response {
  const record = owner(ctx, 'write');
  const target = named(ctx, record);
  const recalculate = required(ctx.query, 'recalcHrZones', 'boolean') === 'true';
  write(record, target, objectBody(ctx.text()), recalculate);
  return json(settingsRow(record, target));
}

function write(
  record: AthleteRecord,
  target: SettingsGroup,
  body: Record<string, unknown>,
  recalculate: boolean,
): void {
  const pace = body.threshold_pace;
  if (pace !== undefined && pace !== null && !(typeof pace === 'number' && pace > 0 && pace < 12)) {
    throw unprocessable('Invalid threshold pace');
  }
  const { id: _id, athlete_id: _athlete, ...values } = body;
  Object.assign(target, values, { updated: offsetTime(record.clock.now()) });
  if (recalculate && target.lthr !== null && target.max_hr !== null) {
    target.hr_zones = heartRateZones(target.lthr, target.max_hr);
  }
  record.calendar.forget();
}

function remove(ctx: Ctx): Response {
  const record = owner(ctx, 'write');
  const at = record.groups.findIndex((group) => String(group.id) === ctx.params.id);
  if (at === -1) throw missing();
  record.groups.splice(at, 1);
  return json({});
}

/** Re-analyses the past activities of the group with today's zones. */
function apply(ctx: Ctx): Response {
  const record = owner(ctx, 'write');
  const target = named(ctx, record);
  for (const activity of record.activities.list()) {
    if (groupFor(record.groups, record.activities.type(activity)) === target) record.activities.touch(activity);
  }
  return json({});
}

function matching(ctx: Ctx): Record<string, unknown>[] {
  const record = owner(ctx);
  const target = named(ctx, record);
  return record.activities
    .list()
    .filter((activity) => groupFor(record.groups, record.activities.type(activity)) === target)
    .map((activity) => ({
      id: activity.id,
      start_date_local: activity.startLocal,
      type: record.activities.type(activity),
      name: activity.origin.kind === 'session' ? activity.origin.session.title : null,
    }));
}

function distances(group: SettingsGroup): Record<string, unknown> {
  const family = familyOf(group.types[0]);
  return { distances: PACE_DISTANCES, defaults: family === 'other' ? [] : (group.best_effort_distances ?? []) };
}
