import { day, Failure, noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { itemResult, readEquipment, refuseBikeParts, shownItem } from '../../answers/equipment-write.ts';
import {
  asStored,
  changedItems,
  itemDiff,
  itemType,
  itemTypes,
  lostDefaults,
  newItem,
} from '../../domain/equipment/item.ts';
import { versionOf } from '../../domain/version.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_create_equipment',
  title: 'Add equipment',
  toolset: 'equipment',
  effect: 'create',
  description: 'Adds a bike or shoes.',
  input: z.object({
    type: z.enum(itemTypes),
    name: z.string().min(1).max(100),
    brand: z.optional(z.string().max(100)),
    model: z.optional(z.string().max(100)),
    notes: z.optional(z.string().max(1000)),
    date_of_purchase: z.optional(day),
    starting_distance_km: z.optional(z.number().min(0)),
    max_distance_km: z.optional(z.number().min(0)),
    is_default: z.optional(z.boolean()),
    wheels: z.optional(z.string().max(100)),
    crank_length_mm: z.optional(z.number().min(0)),
  }),
  output: itemResult,
  examples: [{ type: 'shoe', name: 'Trail shoes', max_distance_km: 800 }],
  handler: async (ctx, { type, ...edit }) => {
    refuseBikeParts(type, edit);
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const items = await readEquipment(ctx.port, athlete.id);
    const isSame = (item: (typeof items)[number]) =>
      itemType(item.type) === type &&
      item.name === edit.name &&
      (item.brand ?? '') === (edit.brand ?? '') &&
      (item.model ?? '') === (edit.model ?? '') &&
      item.retired !== true;
    const there = items.find(isSame);
    if (there !== undefined) {
      return {
        written: false,
        equipment: shownItem(there, athlete),
        ...noted('It is already there; nothing was written.'),
      };
    }
    const body = newItem(athlete.id, type, edit, today);
    const diff = [...itemDiff(undefined, asStored(body)), ...lostDefaults(items, null, Number(body.type), body)];
    await ctx.confirm({
      summary: `Add ${type} "${edit.name}"${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff,
      version: versionOf(items.map(({ whole }) => whole)),
    });
    const others = changedItems(items, null, Number(body.type), { isDefault: edit.is_default ?? false });
    await ctx.port.equipment.replace({ athlete: athlete.id, items: [...others, body] });
    const before = new Set(items.map(({ equipmentId }) => equipmentId));
    const found = await orUndefined(readEquipment(ctx.port, athlete.id));
    if (found === undefined) return { equipment: shownItem(asStored(body), athlete), ...noted(NOT_READ_BACK) };
    const stored = found.find((item) => !before.has(item.equipmentId) && isSame(item));
    if (stored !== undefined) return { equipment: shownItem(stored, athlete) };
    throw new Failure('upstream', 'TrainingPeaks accepted the new item and did not store it', {
      next: 'look at tp_get_equipment in a minute before adding it again',
    });
  },
});
