import { Failure, isDay, noted, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, forWhom, writeValues } from '../../answers/change.ts';
import type { Values } from '../../domain/fields/field.ts';
import { checkedValues, wireValues } from '../../domain/fields/write.ts';
import { gearFields, gearOf, gearValues } from '../../domain/gear/fields.ts';
import { recorded } from '../../domain/recorded.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_gear',
  title: 'Change gear',
  toolset: 'gear',
  effect: 'update',
  userText: ['item', 'changed'],
  description:
    'Changes gear; values as in icu_create_gear. A day in retired puts it away, null brings it back; replace adds a successor too.',
  input: z.object({
    gear_id: z.string(),
    values: z.optional(z.record(z.string(), z.unknown())),
    replace: z.optional(z.boolean()),
  }),
  output: changeResult,
  examples: [
    { gear_id: '71005', values: { notes: 'Only for mud.' } },
    { gear_id: '71004', replace: true },
  ],
  handler: async (ctx, { gear_id, values: given = {}, replace = false }) => {
    const athlete = await ctx.athlete();
    const read = async () => (await ctx.port.gear.list({ athlete: athlete.id })).items;
    const gear = gearOf(await read(), gear_id);
    const values = replace && Object.keys(given).length === 0 ? {} : checkedDays(checkedValues(given, gearFields));
    const before: Values = { gear_id, ...gearValues(gear) };
    if (!replace) {
      return writeValues(ctx, {
        what: `Change ${gear.type ?? 'gear'} "${gear.name ?? gear_id}"`,
        before,
        values,
        version: JSON.stringify(before),
        write: (changed) =>
          ctx.port.gear.update({ athlete: athlete.id, gear: gear_id, patch: wireValues(changed, gearFields) }),
        readBack: async () => ({ gear_id, ...gearValues(gearOf(await read(), gear_id)) }),
      });
    }
    await ctx.confirm({
      summary: `Retire ${gear.type ?? 'gear'} "${gear.name ?? gear_id}" and add a new one with the same reminders${forWhom(athlete)}`,
      diff: [{ field: 'retired', before: before.retired ?? null, after: await ctx.today() }],
      version: JSON.stringify(before),
    });
    const successor = wireValues({ name: gear.name, ...values }, gearFields);
    const { items } = await ctx.port.gear.replace({ athlete: athlete.id, gear: gear_id, successor });
    const fresh = items.find(({ id, retired }) => id !== gear_id && retired === null);
    const old = gearOf(await read(), gear_id);
    return present(
      {
        item: recorded(fresh === undefined ? {} : { gear_id: fresh.id, ...gearValues(fresh) }),
        changed: [{ field: `retired of ${gear_id}`, before: before.retired ?? null, after: gearValues(old).retired }],
        ...(fresh === undefined && noted('The new one was not in the answer; look at icu_get_gear_list.')),
      },
      athlete.units,
    );
  },
});

/** Holds the days against the calendar. */
function checkedDays(values: Record<string, unknown>): Values {
  for (const name of ['purchased', 'retired']) {
    const value = values[name];
    if (value === undefined || value === null || isDay(String(value))) continue;
    throw new Failure('bad_input', `"${name}" must be a day`, { next: `send {"${name}": "2026-05-01"}` });
  }
  return values;
}
