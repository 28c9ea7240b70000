import { Failure, type FieldChange, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, forWhom, notTaken } from '../../answers/change.ts';
import { noted } from '../../answers/notes.ts';
import { changes, checkedValues, wireValues } from '../../domain/fields/write.ts';
import { gearOf, reminderFields, reminderOf, reminderValues } from '../../domain/gear/fields.ts';
import { localDay } from '../../domain/local-time.ts';
import { recorded } from '../../domain/recorded.ts';
import { wholeFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_gear_reminder',
  title: 'Change a gear reminder',
  toolset: 'gear',
  effect: 'update',
  userText: ['item', 'changed'],
  description: 'Resets (done), snoozes or changes a gear reminder; values as in icu_create_gear_reminder.',
  input: z.object({
    gear_id: z.string(),
    reminder_id: z.string(),
    values: z.optional(z.record(z.string(), z.unknown())),
    reset: z.optional(z.boolean()),
    snooze_days: z.optional(wholeFrom(1, 365)),
  }),
  output: changeResult,
  examples: [{ gear_id: '71001', reminder_id: '71049', reset: true }],
  handler: async (ctx, { gear_id, reminder_id, values: given, reset = false, snooze_days = 0 }) => {
    const athlete = await ctx.athlete();
    const values = given === undefined ? {} : checkedValues(given, reminderFields);
    const read = async () =>
      reminderOf(gearOf((await ctx.port.gear.list({ athlete: athlete.id })).items, gear_id), reminder_id);
    const reminder = await read();
    const before = reminderValues(reminder);
    const today = await ctx.today();
    const diff: FieldChange[] = [
      ...changes(before, values),
      ...(reset ? [{ field: 'last_reset', before: localDay(reminder.last_reset), after: today }] : []),
      ...(snooze_days > 0
        ? [{ field: 'snoozed', before: localDay(reminder.snoozed_until), after: `${snooze_days} days` }]
        : []),
    ];
    if (diff.length === 0) {
      throw new Failure('bad_input', 'Nothing to change', { next: 'give values that differ, reset or snooze_days' });
    }
    await ctx.confirm({
      summary: `Change the reminder "${reminder.name ?? reminder_id}"${forWhom(athlete)}`,
      diff,
      version: JSON.stringify([before, reminder.last_reset, reminder.snoozed_until]),
    });
    const wanted = Object.fromEntries(changes(before, values).map(({ field, after }) => [field, after]));
    await ctx.port.gear.updateReminder({
      athlete: athlete.id,
      gear: gear_id,
      reminder: reminder_id,
      patch: wireValues(wanted, reminderFields),
      reset,
      snoozeDays: snooze_days,
    });
    const stored = await read();
    const after = reminderValues(stored);
    const item = recorded({
      reminder_id,
      ...after,
      used_pct: stored.percent_used,
      last_reset: localDay(stored.last_reset),
      snoozed_until: localDay(stored.snoozed_until),
    });
    const lost = notTaken(changes(before, values), after);
    return present({ item, changed: diff, ...noted(...lost) }, athlete.units);
  },
});
