import { noted, notesShape, present, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { firstRows } from '../../answers/first-rows.ts';
import { gearOf } from '../../domain/gear/fields.ts';
import { gearColumns, gearRow, reminderColumns, reminderRows } from '../../domain/gear/rows.ts';
import { recorded } from '../../domain/recorded.ts';
import { km } from '../../domain/si.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_gear_list',
  title: 'Gear',
  toolset: 'gear',
  effect: 'read',
  userText: ['name', 'notes'],
  description: 'Bikes, shoes and parts with use and reminders; gear_id counts one anew.',
  input: z.object({ gear_id: z.optional(z.string()), include_retired: z.optional(z.boolean()) }),
  output: z.object({
    ...rowsShape,
    reminders: z.optional(z.record(z.string(), z.unknown())),
    counted: z.optional(z.record(z.string(), z.unknown())),
    ...notesShape,
  }),
  examples: [{}, { gear_id: '71001' }],
  handler: async (ctx, { gear_id, include_retired = false }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const { items, skipped } = await ctx.port.gear.list({ athlete: athlete.id });
    const one = gear_id === undefined ? undefined : gearOf(items, gear_id);
    const used = one === undefined ? items.filter(({ retired }) => include_retired || retired === null) : [one];
    const { rows: shown, cut } = firstRows(used);
    const counted = one && (await ctx.port.gear.recount({ athlete: athlete.id, gear: one.id }));
    const reminders = shown.flatMap((gear) => reminderRows(gear, today));
    const retired = one === undefined ? items.length - used.length : 0;
    return present(
      {
        ...toRows(shown.map(gearRow), gearColumns),
        ...(reminders.length > 0 && { reminders: { ...toRows(reminders, reminderColumns) } }),
        ...(counted && {
          counted: recorded({
            distance_km: km(counted.distance),
            moving_time_s: counted.moving_time,
            elapsed_time_s: counted.elapsed_time,
            activities: counted.activities,
          }),
        }),
        ...noted(
          'The distance holds what was typed in when the gear was added.',
          ...(retired > 0 ? [`${retired} retired not shown; include_retired shows them.`] : []),
          ...cut,
          ...skippedNote(skipped, 'pieces of gear'),
        ),
      },
      athlete.units,
    );
  },
});
