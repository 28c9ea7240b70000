import { type CallContext, Failure, type FieldChange, noted, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, forWhom, notTaken } from '../../answers/change.ts';
import type { IntervalsPort } from '../../client/index.ts';
import type { WireGearReminder } from '../../client/wire/gear.ts';
import type { Values } from '../../domain/fields/field.ts';
import { changes, checkedValues, wireValues } from '../../domain/fields/write.ts';
import { gearOf, reminderFields, reminderOf, reminderValues, requireLimit } from '../../domain/gear/fields.ts';
import { localDay } from '../../domain/local-time.ts';
import { recorded } from '../../domain/recorded.ts';
import { wholeFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

type Ctx = CallContext<IntervalsPort>;

export default defineTool({
  name: 'icu_update_gear_reminder',
  title: 'Change a gear reminder',
  toolset: 'gear',
  effect: 'update',
  userText: ['item', 'changed'],
  description: 'Adds a reminder to gear; with reminder_id resets (done), snoozes or changes it.',
  input: z.object({
    gear_id: z.string(),
    reminder_id: z.optional(z.string()),
    values: z.optional(z.record(z.string(), z.unknown()).describe('name, distance_km, time_h, activities, days')),
    reset: z.optional(z.boolean()),
    snooze_days: z.optional(wholeFrom(1, 365)),
  }),
  output: changeResult,
  examples: [
    { gear_id: '71001', reminder_id: '71049', reset: true },
    { gear_id: '71004', values: { name: 'Wax', distance_km: 300 } },
  ],
  handler: async (ctx, { gear_id, reminder_id, ...edit }) => {
    if (reminder_id !== undefined) return changed(ctx, { gear_id, reminder_id, ...edit });
    if (edit.reset === true || edit.snooze_days !== undefined) {
      throw new Failure('bad_input', 'Only a reminder that is there can be reset or snoozed', {
        next: 'add the reminder_id of icu_get_gear_list',
      });
    }
    return added(ctx, gear_id, edit.values ?? {});
  },
});

interface Edit {
  readonly gear_id: string;
  readonly reminder_id: string;
  readonly values?: Values | undefined;
  readonly reset?: boolean | undefined;
  readonly snooze_days?: number | undefined;
}

async function added(ctx: Ctx, gear_id: string, given: Values) {
  const athlete = await ctx.athlete();
  const values = checkedValues({ name: 'Reminder', ...given }, reminderFields);
  requireLimit(values);
  const read = async () => gearOf((await ctx.port.gear.list({ athlete: athlete.id })).items, gear_id);
  const gear = await read();
  const twin = gear.reminders.find(({ name }) => name === values.name);
  if (twin !== undefined) {
    const there = noted('It has a reminder of this name; with its reminder_id it can be changed.');
    return present({ written: false, item: shown(twin), ...there }, athlete.units);
  }
  const diff = changes({}, values);
  await ctx.confirm({
    summary: `Add the reminder "${String(values.name)}" to "${gear.name ?? gear_id}"${forWhom(athlete)}`,
    diff,
    version: String(gear.reminders.length),
  });
  await ctx.port.gear.addReminder({ athlete: athlete.id, gear: gear_id, reminder: wireValues(values, reminderFields) });
  const stored = (await read()).reminders.find(({ name }) => name === values.name);
  if (stored === undefined) return { item: {}, ...noted('It was accepted but is not in the list yet.') };
  const lost = notTaken(diff, reminderValues(stored));
  return present({ item: shown(stored), changed: diff, ...noted(...lost) }, athlete.units);
}

async function changed(ctx: Ctx, { gear_id, reminder_id, values: given, reset = false, snooze_days = 0 }: Edit) {
  const athlete = await ctx.athlete();
  const values = given === undefined ? {} : checkedValues(given, reminderFields);
  const read = async () =>
    reminderOf(gearOf((await ctx.port.gear.list({ athlete: athlete.id })).items, gear_id), reminder_id);
  const reminder = await read();
  const own = changes(reminderValues(reminder), values);
  const until = localDay(reminder.snoozed_until);
  const diff: FieldChange[] = [
    ...own,
    ...(reset ? [{ field: 'last_reset', before: localDay(reminder.last_reset), after: await ctx.today() }] : []),
    ...(snooze_days > 0 ? [{ field: 'snoozed', before: until, after: `${snooze_days} days` }] : []),
  ];
  if (diff.length === 0) {
    throw new Failure('bad_input', 'Nothing to change', { next: 'give values that differ, reset or snooze_days' });
  }
  await ctx.confirm({
    summary: `Change the reminder "${reminder.name ?? reminder_id}"${forWhom(athlete)}`,
    diff,
    version: JSON.stringify(shown(reminder)),
  });
  const wanted = Object.fromEntries(own.map(({ field, after }) => [field, after]));
  await ctx.port.gear.updateReminder({
    athlete: athlete.id,
    gear: gear_id,
    reminder: reminder_id,
    patch: wireValues(wanted, reminderFields),
    reset,
    snoozeDays: snooze_days,
  });
  const stored = await read();
  const lost = notTaken(own, reminderValues(stored));
  return present({ item: shown(stored), changed: diff, ...noted(...lost) }, athlete.units);
}

function shown(reminder: WireGearReminder): Record<string, unknown> {
  return recorded({
    reminder_id: reminder.id,
    ...reminderValues(reminder),
    used_pct: reminder.percent_used,
    last_reset: localDay(reminder.last_reset),
    snoozed_until: localDay(reminder.snoozed_until),
  });
}
