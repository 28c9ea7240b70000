import * as z from '@core/mcp-kit/schema';
import { day, flag, integer, list, number, optionalId, rows, text } from '../blocks.ts';

/** Days of averages that the service is asked for; its own defaults. */
export const CTL_DAYS = 42;
export const ATL_DAYS = 7;

/** One calendar day of the performance chart. `ctl`, `atl` and `tsb` are `"NaN"` for an athlete without history: null here. */
export const wirePerformanceDay = z.object({
  workoutDay: day,
  tssActual: number,
  tssPlanned: number,
  ifActual: number,
  ctl: number,
  atl: number,
  tsb: number,
});

export const wirePerformance = rows(wirePerformanceDay);

export type WirePerformanceDay = z.output<typeof wirePerformanceDay>;

/** Said as a word by some answers and as an object by others. */
const timeFrame = z
  .optional(z.union([z.string(), z.object({ name: text }).transform(({ name }) => name), z.null()]))
  .transform((value) => value ?? null);

/** A personal record. `value` is W, bpm or m/s by `class`. */
export const wireRecord = z.object({
  workoutId: optionalId,
  workoutDate: day,
  workoutTitle: text,
  class: text,
  type: text,
  timeFrame,
  value: number,
  rank: integer,
  invalid: flag,
});

export const wireRecords = rows(wireRecord);

export type WireRecord = z.output<typeof wireRecord>;

/** The records that one workout set; not yet counted while `calcsPending`. */
export const wireWorkoutRecords = z.object({
  workoutId: optionalId,
  calcsPending: flag,
  personalRecordCount: integer,
  personalRecords: list(wireRecord),
});

const limiters = z.optional(z.unknown()).transform((value): readonly string[] => {
  const lists = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return lists.flat().flatMap((each) => (typeof each === 'string' && each !== '' ? [each] : []));
});

/** A week of the annual plan. `volume` is TSS or hours by `atpType`. */
export const wireAtpWeek = z.object({
  week: day,
  atpType: text,
  volume: number,
  period: text,
  raceName: text,
  racePriority: text,
  weeksToNextPriorityEvent: integer,
  limitingFactors: limiters,
});

export const wireAtp = rows(wireAtpWeek);

export type WireAtpWeek = z.output<typeof wireAtpWeek>;
