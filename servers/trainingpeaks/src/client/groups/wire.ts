import * as z from '@core/mcp-kit/schema';
import { flag, id, list, text } from '../blocks.ts';

/** A coach's group of athletes; the service calls it a tag. */
export const wireGroup = z.object({ id, name: text, athleteIds: list(id), isDefault: flag });

export type WireGroup = z.output<typeof wireGroup>;

/** Somebody who was connected lately; listed here before the roster has them. */
export const wireAddedAthlete = z.object({ athleteId: id, firstName: text, lastName: text });

export type WireAddedAthlete = z.output<typeof wireAddedAthlete>;
