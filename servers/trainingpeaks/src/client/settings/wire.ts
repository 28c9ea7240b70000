import * as z from '@core/mcp-kit/schema';
import { flag, integer, list, maybe, number, optionalId, rows, text, type Whole, whole } from '../blocks.ts';

/** What zones are made of, as the service spells it. */
export type ZoneMetric = 'power' | 'heartrate' | 'speed';

/** A zone, W, bpm or m/s, both bounds inside. The top of the last one is a very large number. */
export const wireZone = z.object({ label: text, minimum: number, maximum: number });

export type WireZone = z.output<typeof wireZone>;

/** Threshold and zones of one sport; `workoutTypeId` 0 is the default of every other sport. */
const zoneGroup = z.object({
  workoutTypeId: integer,
  threshold: number,
  maximumHeartRate: number,
  restingHeartRate: number,
  distance: number,
  calculationMethod: integer,
  zones: list(wireZone),
});

export const wireZoneGroup = whole(zoneGroup);

export type WireZoneGroup = z.output<typeof wireZoneGroup>;

/** A group as it is written: whole. */
export type GroupBody = Whole;

/** The training part of 57 keys; addresses, birthday and the secret calendar keys are not read. */
export const wireSettings = z.object({
  athleteId: optionalId,
  preferredRunningTssSource: integer,
  thresholdsAutoApply: flag,
  powerZones: rows(wireZoneGroup),
  heartRateZones: rows(wireZoneGroup),
  speedZones: rows(wireZoneGroup),
  nutritionSettings: maybe(z.object({ plannedCalories: number, substrateUtilizationCategory: integer })),
  timeZone: text,
  coachedBy: optionalId,
});

export type WireSettings = z.output<typeof wireSettings>;

/** What the calculator says for a threshold: bounds as whole numbers and as fractions, and the threshold it derived. */
export const wireCalculatedZones = z.object({
  calculationMethod: integer,
  zones: list(
    z.object({ label: text, minimum: number, maximum: number, minimumAsDouble: number, maximumAsDouble: number }),
  ),
  lactateThreshold: number,
  thresholdSpeed: number,
});

export type WireCalculatedZones = z.output<typeof wireCalculatedZones>;

export const wirePoolLengths = z.object({
  defaultId: text,
  options: list(z.object({ id: text, length: number, units: text, label: text })),
  supportedUnits: list(z.string()),
});
