import { Failure, noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { itemResult, readEquipment, refuseBikeParts, requireItem, shownItem } from '../../answers/equipment-write.ts';
import { asStored, changedItems, itemDiff, itemPatch, itemType, lostDefaults } from '../../domain/equipment/item.ts';
import { versionOf } from '../../domain/version.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_update_equipment',
  title: 'Change equipment',
  toolset: 'equipment',
  effect: 'update',
  description: 'Changes or retires a bike or shoes.',
  input: z.object({
    equipment_id: numericId,
    name: z.optional(z.string().min(1).max(100)),
    brand: z.optional(z.string().max(100)),
    model: z.optional(z.string().max(100)),
    notes: z.optional(z.string().max(1000)),
    retired: z.optional(z.boolean()),
    is_default: z.optional(z.boolean()),
    max_distance_km: z.optional(z.number().min(0)),
    wheels: z.optional(z.string().max(100)),
    crank_length_mm: z.optional(z.number().min(0)),
  }),
  output: itemResult,
  examples: [{ equipment_id: '501', max_distance_km: 20000 }],
  handler: async (ctx, { equipment_id, ...edit }) => {
    const athlete = await ctx.athlete();
    const items = await readEquipment(ctx.port, athlete.id);
    const item = requireItem(items, equipment_id);
    refuseBikeParts(itemType(item.type), edit);
    const patch = itemPatch(edit, await ctx.today());
    const wanted = asStored({ ...item.whole, ...patch });
    const diff = [...itemDiff(item, wanted), ...lostDefaults(items, item.equipmentId, item.type, patch)];
    if (diff.length === 0) {
      return { written: false, equipment: shownItem(item, athlete), ...noted('Nothing to change: it already is so.') };
    }
    await ctx.confirm({
      summary: `Change ${itemType(item.type) ?? 'equipment'} "${item.name}"${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
      diff,
      version: versionOf(items.map(({ whole }) => whole)),
    });
    const next = changedItems(items, item.equipmentId, item.type, patch);
    await ctx.port.equipment.replace({ athlete: athlete.id, items: next });
    const found = await orUndefined(readEquipment(ctx.port, athlete.id));
    if (found === undefined) return { equipment: shownItem(wanted, athlete), changed: diff, ...noted(NOT_READ_BACK) };
    const stored = found.find(({ equipmentId }) => equipmentId === equipment_id);
    if (stored === undefined) {
      throw new Failure('upstream', 'TrainingPeaks no longer has the item after the change', {
        next: 'look at tp_get_equipment and tell the user',
      });
    }
    const lost = itemDiff(stored, wanted).map(({ field }) => field);
    return {
      equipment: shownItem(stored, athlete),
      changed: diff,
      ...(lost.length > 0 && noted(`TrainingPeaks stored something else for: ${lost.join(', ')}.`)),
    };
  },
});
