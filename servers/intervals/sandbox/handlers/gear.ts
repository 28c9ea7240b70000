import type { Route } from '@core/sandbox';
import { daysBetween } from '@core/sandbox/athlete';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { allKeys, csv, empty, json } from '../shape/json.ts';
import { gearKeys, gearReminderKeys } from '../shape/keys.ts';
import { flag, missing, objectBody, offsetTime, required, unprocessable } from '../shape/refusal.ts';
import type { World } from '../world.ts';

const ONE = '/athlete/{id}/gear/{gearId}';

export const gearRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/gear{ext?}', handler: (_, ctx) => list(ctx) },
  { method: 'POST', path: '/athlete/{id}/gear', handler: (_, ctx) => create(ctx) },
  { method: 'PUT', path: ONE, handler: (_, ctx) => update(ctx) },
  { method: 'DELETE', path: ONE, handler: (_, ctx) => remove(ctx) },
  { method: 'GET', path: `${ONE}/calc`, handler: (_, ctx) => calc(ctx) },
  { method: 'POST', path: `${ONE}/replace`, handler: (_, ctx) => replace(ctx) },
  { method: 'POST', path: `${ONE}/reminder`, handler: (_, ctx) => addReminder(ctx) },
  { method: 'PUT', path: `${ONE}/reminder/{reminderId}`, handler: (_, ctx) => editReminder(ctx) },
  { method: 'DELETE', path: `${ONE}/reminder/{reminderId}`, handler: (_, ctx) => removeReminder(ctx) },
];

type Gear = Record<string, unknown>;

function gearRow(record: AthleteRecord, gear: Gear): Gear {
  const reminders = (gear.reminders as Gear[]).map((reminder) =>
    allKeys(gearReminderKeys, used(record, gear, reminder)),
  );
  return allKeys(gearKeys, { ...gear, reminders });
}

/** How much of a reminder's limits is used up since its last reset. */
function used(record: AthleteRecord, gear: Gear, reminder: Gear): Gear {
  const since = (key: string, from: string) => Number(gear[key] ?? 0) - Number(reminder[from] ?? 0);
  const distance = since('distance', 'starting_distance');
  const time = since('time', 'starting_time');
  const activities = since('activities', 'starting_activities');
  const days = daysBetween(String(reminder.last_reset).slice(0, 10), record.today());
  const share = (amount: number, limit: unknown) =>
    typeof limit === 'number' && limit > 0 ? (100 * amount) / limit : 0;
  return {
    ...reminder,
    distance_used: distance,
    time_used: time,
    activities_used: activities,
    days_used: days,
    percent_used: Math.max(
      share(distance, reminder.distance),
      share(time, reminder.time),
      share(activities, reminder.activities),
      share(days, reminder.days),
    ),
  };
}

function list(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const rows = record.garage.gear.map((gear) => gearRow(record, gear));
  return ctx.params.ext === '.csv' ? csv(rows) : json(rows);
}

function gearOf(ctx: Ctx, access: 'read' | 'write' = 'write') {
  const record = athleteOf(ctx, access);
  const gear = record.garage.gear.find((each) => each.id === ctx.params.gearId);
  if (!gear) throw missing('Gear not found');
  return { record, gear };
}

function create(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const body = objectBody(ctx.text());
  if (typeof body.type !== 'string') throw unprocessable('Missing type');
  const gear: Gear = {
    time: 0,
    activities: 0,
    distance: 0,
    use_elapsed_time: false,
    component: false,
    retired: null,
    ...known(body),
    id: String(record.garage.nextId()),
    athlete_id: record.id,
    reminders: [],
    component_ids: null,
  };
  record.garage.gear.push(gear);
  return json(gearRow(record, gear));
}

/** Unknown fields (brand, model …) are dropped without a word. */
function known(body: Gear): Gear {
  return Object.fromEntries(
    Object.entries(body).filter(([key]) => gearKeys.includes(key) && key !== 'id' && key !== 'reminders'),
  );
}

/** `component_ids` is echoed but not kept: components are attached in the browser only. */
function update(ctx: Ctx): Response {
  const { record, gear } = gearOf(ctx);
  const body = objectBody(ctx.text());
  const { component_ids, ...values } = known(body);
  Object.assign(gear, values);
  return json({ ...gearRow(record, gear), component_ids: component_ids ?? null });
}

function remove(ctx: Ctx): Response {
  const { record, gear } = gearOf(ctx);
  record.garage.gear.splice(record.garage.gear.indexOf(gear), 1);
  return empty();
}

function calc(ctx: Ctx): Response {
  const { gear } = gearOf(ctx, 'read');
  return json({
    distance: gear.distance,
    elapsed_time: gear.time,
    moving_time: gear.time,
    activities: gear.activities,
  });
}

function replace(ctx: Ctx): Response {
  const { record, gear } = gearOf(ctx);
  const body = objectBody(ctx.text());
  gear.retired = record.today();
  const reminders = (gear.reminders as Gear[]).map((each) => ({
    ...each,
    id: record.garage.nextId(),
    last_reset: offsetTime(ctx.now()),
  }));
  const fresh: Gear = {
    ...gear,
    ...known(body),
    id: String(record.garage.nextId()),
    retired: null,
    distance: 0,
    time: 0,
    activities: 0,
    reminders,
  };
  record.garage.gear.push(fresh);
  return json([gearRow(record, gear), gearRow(record, fresh)]);
}

function addReminder(ctx: Ctx): Response {
  const { record, gear } = gearOf(ctx);
  const { name, distance, time, activities, days } = objectBody(ctx.text());
  (gear.reminders as Gear[]).push({
    id: record.garage.nextId(),
    gear_id: gear.id,
    name,
    distance,
    time,
    activities,
    days,
    ...startOf(ctx, gear),
    snoozed_until: null,
  });
  return json(gearRow(record, gear));
}

function startOf(ctx: Ctx, gear: Gear): Gear {
  return {
    last_reset: offsetTime(ctx.now()),
    starting_distance: gear.distance,
    starting_time: gear.time,
    starting_activities: gear.activities,
  };
}

function reminderOf(ctx: Ctx, gear: Gear): Gear {
  const reminder = (gear.reminders as Gear[]).find((each) => String(each.id) === ctx.params.reminderId);
  if (!reminder) throw missing('Reminder not found');
  return reminder;
}

function editReminder(ctx: Ctx): Response {
  const { record, gear } = gearOf(ctx);
  const reminder = reminderOf(ctx, gear);
  required(ctx.query, 'reset', 'boolean');
  const snooze = Number(required(ctx.query, 'snoozeDays', 'int'));
  const { name, distance, time, activities, days } = objectBody(ctx.text() || '{}');
  for (const [key, value] of Object.entries({ name, distance, time, activities, days }))
    if (value !== undefined) reminder[key] = value;
  if (flag(ctx.query, 'reset')) Object.assign(reminder, startOf(ctx, gear));
  if (snooze > 0) reminder.snoozed_until = offsetTime(new Date(ctx.now().getTime() + snooze * 86_400_000));
  return json(gearRow(record, gear));
}

function removeReminder(ctx: Ctx): Response {
  const { record, gear } = gearOf(ctx);
  const reminder = reminderOf(ctx, gear);
  gear.reminders = (gear.reminders as Gear[]).filter((each) => each !== reminder);
  return json(gearRow(record, gear));
}
