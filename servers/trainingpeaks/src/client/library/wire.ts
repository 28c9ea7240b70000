import * as z from '@core/mcp-kit/schema';
import { flag, id, integer, number, optionalId, rows, text, type Whole, whole } from '../blocks.ts';

/** A folder of templates. */
export const wireLibrary = z.object({
  exerciseLibraryId: id,
  libraryName: text,
  ownerId: optionalId,
  ownerName: text,
  /** Comes with the service: nobody may change it. */
  isDefaultContent: flag,
});

export type WireLibrary = z.output<typeof wireLibrary>;

export const wireLibraries = rows(wireLibrary);

/** A template. Times are hours, distances metres; the names are not those of a workout on the calendar. */
export const wireItem = whole(
  z.object({
    exerciseLibraryItemId: id,
    exerciseLibraryId: optionalId,
    itemName: text,
    workoutTypeId: integer,
    workoutSubTypeId: integer,
    totalTimePlanned: number,
    distancePlanned: number,
    tssPlanned: number,
    ifPlanned: number,
    velocityPlanned: number,
    energyPlanned: number,
    caloriesPlanned: number,
    elevationGainPlanned: number,
    description: text,
    coachComments: text,
    /** An object in both directions, unlike on the calendar. */
    structure: z.unknown(),
    fileAttachments: z.unknown(),
  }),
);

export type WireItem = z.output<typeof wireItem>;

export const wireItems = rows(wireItem);

/** A template as it is written: whole. */
export type ItemBody = Whole;
