import * as z from '@core/mcp-kit/schema';
import { day, id, integer, list, optionalId, rows, text, type Whole, whole } from '../blocks.ts';

/** Days without training (type 1) or with some sports only (type 2). `limitedAvailability` is always false: not read. */
const availability = z.object({
  id,
  personId: optionalId,
  startDate: day,
  endDate: day,
  type: integer,
  reason: text,
  description: text,
  availableSportTypes: list(z.number()),
});

export const wireAvailability = whole(availability);

export type WireAvailability = z.output<typeof wireAvailability>;

/** A block as it is written: whole. */
export type BlockBody = Whole;

export const wireAvailabilities = rows(wireAvailability);

export const wireNewAvailability = z.object({ id });
