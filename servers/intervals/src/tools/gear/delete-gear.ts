import { Failure, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { gearOf, gearValues, reminderOf, reminderValues } from '../../domain/gear/fields.ts';
import { recorded } from '../../domain/recorded.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_delete_gear',
  title: 'Delete gear',
  toolset: 'gear',
  effect: 'delete',
  userText: ['deleted'],
  description: 'Deletes gear for good, with reminder_id that reminder alone; always asks.',
  input: z.object({ gear_id: z.string(), reminder_id: z.optional(z.string()) }),
  output: z.object({ deleted: z.record(z.string(), z.unknown()) }),
  examples: [{ gear_id: '71005' }, { gear_id: '71001', reminder_id: '71049' }],
  handler: async (ctx, { gear_id, reminder_id }) => {
    const athlete = await ctx.athlete();
    const read = async () => (await ctx.port.gear.list({ athlete: athlete.id })).items;
    const gear = gearOf(await read(), gear_id);
    const reminder = reminder_id === undefined ? undefined : reminderOf(gear, reminder_id);
    const name = gear.name ?? gear_id;
    const deleted = reminder ? { reminder_id, ...reminderValues(reminder) } : { gear_id, ...gearValues(gear) };
    await ctx.confirm({
      summary: `Delete ${reminder ? `the reminder "${reminder.name ?? reminder_id}" of ` : `${gear.type ?? 'gear'} `}"${name}"${forWhom(athlete)}`,
      diff: [],
      version: JSON.stringify(deleted),
    });
    const one = { athlete: athlete.id, gear: gear_id };
    if (reminder) await ctx.port.gear.removeReminder({ ...one, reminder: reminder.id });
    else await ctx.port.gear.remove(one);
    const left = (await read()).find(({ id }) => id === gear_id);
    if (reminder ? left?.reminders.some(({ id }) => id === reminder.id) : left !== undefined) {
      throw new Failure('upstream', 'Intervals.icu confirmed the deletion, yet still lists it', {
        next: 'look at icu_get_gear_list again in a minute',
      });
    }
    return present({ deleted: recorded(deleted) }, athlete.units);
  },
});
