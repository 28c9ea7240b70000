import * as z from '@core/mcp-kit/schema';
import { day, flag, integer, number, optionalId, rows, text, type Whole, whole } from '../blocks.ts';

/** A bike (type 1) or a pair of shoes (type 2). Distances are metres. */
const item = z.object({
  equipmentId: optionalId,
  type: integer,
  name: text,
  brand: text,
  model: text,
  notes: text,
  dateOfPurchase: day,
  retired: flag,
  retiredDate: text,
  isDefault: flag,
  startingDistance: number,
  actualDistance: number,
  maxDistance: number,
  wheels: text,
  crankLengthMillimeters: number,
});

export const wireItem = whole(item);

export const wireEquipment = rows(wireItem);

export type WireItem = z.output<typeof wireItem>;

/** An item as it is written: whole. */
export type ItemBody = Whole;
