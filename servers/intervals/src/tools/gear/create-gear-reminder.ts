import { present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, forWhom, notTaken } from '../../answers/change.ts';
import { noted } from '../../answers/notes.ts';
import { changes, checkedValues, wireValues } from '../../domain/fields/write.ts';
import { gearOf, reminderFields, reminderValues, requireLimit } from '../../domain/gear/fields.ts';
import { recorded } from '../../domain/recorded.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_create_gear_reminder',
  title: 'Add a gear reminder',
  toolset: 'gear',
  effect: 'create',
  userText: ['item'],
  description: 'Adds a reminder to gear.',
  input: z.object({
    gear_id: z.string(),
    values: z.record(z.string(), z.unknown()).describe('name, distance_km, time_h, activities, days'),
  }),
  output: changeResult,
  examples: [{ gear_id: '71004', values: { name: 'Wax', distance_km: 300 } }],
  handler: async (ctx, { gear_id, values: given }) => {
    const athlete = await ctx.athlete();
    const values = checkedValues({ name: 'Reminder', ...given }, reminderFields);
    requireLimit(values);
    const read = async () => gearOf((await ctx.port.gear.list({ athlete: athlete.id })).items, gear_id);
    const gear = await read();
    const twin = gear.reminders.find(({ name }) => name === values.name);
    if (twin !== undefined) {
      const item = recorded({ reminder_id: twin.id, ...reminderValues(twin) });
      const there = noted('It has a reminder of this name; icu_update_gear_reminder changes it.');
      return present({ written: false, item, ...there }, athlete.units);
    }
    const diff = changes({}, values);
    await ctx.confirm({
      summary: `Add the reminder "${String(values.name)}" to "${gear.name ?? gear_id}"${forWhom(athlete)}`,
      diff,
      version: String(gear.reminders.length),
    });
    await ctx.port.gear.addReminder({
      athlete: athlete.id,
      gear: gear_id,
      reminder: wireValues(values, reminderFields),
    });
    const stored = (await read()).reminders.find(({ name }) => name === values.name);
    if (stored === undefined) return { item: {}, ...noted('It was accepted but is not in the list yet.') };
    const after = reminderValues(stored);
    const item = recorded({ reminder_id: stored.id, ...after });
    return present({ item, changed: diff, ...noted(...notTaken(diff, after)) }, athlete.units);
  },
});
