import { Failure, noted, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, forWhom, notTaken } from '../../answers/change.ts';
import { changes, checkedValues, wireValues } from '../../domain/fields/write.ts';
import { gearFields, gearOf, gearTypes, gearValues } from '../../domain/gear/fields.ts';
import { recorded } from '../../domain/recorded.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_create_gear',
  title: 'Add gear',
  toolset: 'gear',
  effect: 'create',
  userText: ['item'],
  description: 'Adds a bike, shoes or a part.',
  input: z.object({
    values: z
      .record(z.string(), z.unknown())
      .describe('type (Bike, Shoes, Chain, Tyre…), name, notes, purchased, distance_km'),
  }),
  output: changeResult,
  examples: [{ values: { type: 'Shoes', name: 'Trail pair', distance_km: 42 } }],
  handler: async (ctx, { values: given }) => {
    const athlete = await ctx.athlete();
    const values = checkedValues(given, gearFields);
    const { type, name } = values;
    if (typeof type !== 'string' || typeof name !== 'string' || name === '') {
      throw new Failure('bad_input', 'Gear needs type and name', {
        next: `send {"values": {"type": "Bike", "name": "Road bike"}}; types: ${gearTypes.slice(0, 10).join(', ')}…`,
      });
    }
    const list = async () => (await ctx.port.gear.list({ athlete: athlete.id })).items;
    const twin = (await list()).find((gear) => gear.type === type && gear.name === name && gear.retired === null);
    if (twin !== undefined) {
      const there = noted(`"${name}" is there already, as gear ${twin.id}; icu_update_gear changes it.`);
      return present(
        { written: false, item: recorded({ gear_id: twin.id, ...gearValues(twin) }), ...there },
        athlete.units,
      );
    }
    const diff = changes({}, values);
    await ctx.confirm({ summary: `Add ${type} "${name}"${forWhom(athlete)}`, diff });
    const { id } = await ctx.port.gear.create({ athlete: athlete.id, gear: wireValues(values, gearFields) });
    const stored = gearValues(gearOf(await list(), id));
    return present(
      { item: recorded({ gear_id: id, ...stored }), changed: diff, ...noted(...notTaken(diff, stored)) },
      athlete.units,
    );
  },
});
