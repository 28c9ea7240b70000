import { type Athlete, Failure, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { WireItem } from '../client/equipment/wire.ts';
import type { TrainingPeaksPort } from '../client/index.ts';
import { type ItemEdit, type ItemType, itemRow } from '../domain/equipment/item.ts';
import { recorded } from '../domain/recorded.ts';

/** Output of the tools that write equipment. */
export const itemResult = z.object({
  written: z.optional(z.boolean()),
  equipment: z.record(z.string(), z.unknown()),
  changed: z.optional(z.array(z.unknown())),
  ...notesShape,
});

export const shownItem = (item: WireItem, { units }: Pick<Athlete, 'units'>) => present(recorded(itemRow(item)), units);

/**
 * Everything an athlete has, for a change that sends everything back.
 *
 * @throws Failure `contract` when an item could not be read: the change would delete it.
 */
export async function readEquipment(port: TrainingPeaksPort, athlete: string): Promise<readonly WireItem[]> {
  const { items, skipped } = await port.equipment.list({ athlete });
  if (skipped === 0) return items;
  throw new Failure('contract', `${skipped} pieces of equipment could not be read, and a change would delete them`, {
    next: 'tell the user to change the equipment on TrainingPeaks',
  });
}

/** @throws Failure `not_found` naming what there is. */
export function requireItem(items: readonly WireItem[], id: string): WireItem {
  const found = items.find(({ equipmentId }) => equipmentId === id);
  if (found !== undefined) return found;
  const known = items.map(({ equipmentId, name }) => `${name} (${equipmentId})`).slice(0, 10);
  throw new Failure('not_found', `The athlete has no equipment ${id}`, {
    next: known.length === 0 ? 'there is none yet: tp_create_equipment' : `use one of ${known.join(', ')}`,
  });
}

/** @throws Failure `bad_input` for what only a bike has. */
export function refuseBikeParts(type: ItemType | null, { wheels, crank_length_mm }: ItemEdit): void {
  if (type === 'bike' || (wheels === undefined && crank_length_mm === undefined)) return;
  throw new Failure('bad_input', 'Shoes have no wheels and no cranks', {
    next: 'leave wheels and crank_length_mm out',
  });
}
