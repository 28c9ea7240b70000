import { Failure, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { readEquipment, requireItem, shownItem } from '../../answers/equipment-write.ts';
import { itemType } from '../../domain/equipment/item.ts';
import { versionOf } from '../../domain/version.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_delete_equipment',
  title: 'Delete equipment',
  toolset: 'equipment',
  effect: 'delete',
  userText: ['name'],
  description: 'Deletes a bike or shoes for good; to keep its history, retire it.',
  input: z.object({ equipment_id: numericId }),
  output: z.object({ deleted: z.record(z.string(), z.unknown()), ...notesShape }),
  examples: [{ equipment_id: '501' }],
  handler: async (ctx, { equipment_id }) => {
    const athlete = await ctx.athlete();
    const items = await readEquipment(ctx.port, athlete.id);
    const item = requireItem(items, equipment_id);
    await ctx.confirm({
      summary: `Delete ${itemType(item.type) ?? 'equipment'} "${item.name}"${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
      diff: [],
      version: versionOf(items.map(({ whole }) => whole)),
    });
    const rest = items.filter(({ equipmentId }) => equipmentId !== equipment_id);
    await ctx.port.equipment.replace({ athlete: athlete.id, items: rest.map(({ whole }) => whole) });
    const stored = await orUndefined(readEquipment(ctx.port, athlete.id));
    if (stored?.some(({ equipmentId }) => equipmentId === equipment_id)) {
      throw new Failure('upstream', 'TrainingPeaks confirmed the deletion, yet still lists the item', {
        next: 'look at tp_get_equipment again in a minute',
      });
    }
    return { deleted: shownItem(item, athlete), ...(stored === undefined && noted(NOT_READ_BACK)) };
  },
});
