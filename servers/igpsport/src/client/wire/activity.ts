import { type WireList, wire } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { id, list, localTime, looseRows, maybe, number, optionalId, rows, text } from './blocks.ts';

/** A row of the list. What it lacks says nothing about the sensors. */
export const wireActivityRow = z.object({
  rideId: id,
  title: text,
  /** Mostly a day alone. */
  startTime: localTime,
  /** m */
  rideDistance: number,
  /** s */
  totalMovingTime: number,
  recordTime: number,
  /** m/s */
  avgSpeed: number,
  /** m */
  totalAscent: number,
  /** 0 is cycling; the other codes are not known. */
  exerciseType: number,
  productName: text,
});

export type WireActivityRow = z.infer<typeof wireActivityRow>;

export interface WireActivityPage {
  readonly rows: WireList<WireActivityRow>;
  readonly totalPage: number | null;
  readonly totalRows: number | null;
}

/** A page that may also be a bare list, or nothing at all. */
export const wireActivityPage: z.ZodType<WireActivityPage> = z.preprocess(
  (value) => ({ ...(value as object | null), rows: looseRows(value) }),
  z.object({ rows: rows(wireActivityRow), totalPage: number, totalRows: number }),
);

/** Time in a band: `zoom` is its label, `0-18`. */
const band = z.object({
  zoom: text,
  startNum: number,
  endNum: number,
  /** s; not given for cadence. */
  time: number,
  percentage: number,
});

/** `type` 0 down, 1 flat, 2 up. `percentage` is a fraction in one region and percent in the other: use the distances. */
const slope = z.object({ type: number, distance: number });

const pair = list(
  z.pipe(
    wire.number,
    z.transform((value: number | null | undefined) => value ?? null),
  ),
);

export const wireActivityDetail = maybe(
  z.object({
    rideId: optionalId,
    memberId: optionalId,
    title: text,
    productName: text,
    softwareVersion: text,
    exerciseType: number,
    startTime: localTime,
    endTime: localTime,
    movingTime: number,
    totalMovingTime: number,
    totalTime: number,
    recordTime: number,
    rideDistance: number,
    avgSpeed: number,
    avgMovingSpeed: number,
    maxSpeed: number,
    totalAscent: number,
    totalDescent: number,
    avgAltitude: number,
    minAltitude: number,
    maxAltitude: number,
    upslopeDistance: number,
    downslopeDistance: number,
    upslopeAvgGrade: number,
    upslopeMaxGrade: number,
    downslopeAvgGrade: number,
    downslopeMaxGrade: number,
    minHrm: number,
    avgHrm: number,
    maxHrm: number,
    avgCad: number,
    maxCad: number,
    avgPower: number,
    maxPower: number,
    pwrNP: number,
    pwrIF: number,
    pwrTSS: number,
    avgTemperature: number,
    maxTemperature: number,
    /** kcal */
    calorie: number,
    avgBalance: pair,
    avgTQEffect: pair,
    avgPedSmooth: pair,
    spZoom: list(band),
    hrZoom: list(band),
    cadZoom: list(band),
    upAndDownSlopeZoom: list(slope),
    /** A second source of the file's address. */
    fitUrl: text,
  }),
);

export type WireActivityDetail = NonNullable<z.infer<typeof wireActivityDetail>>;

/** A lap of the service's own table. Its last row is a sum over all of them and is dropped. */
const lap = z.object({
  lap: text,
  times: number,
  distance: number,
  avgSpeed: number,
  maxSpeed: number,
  avgCad: number,
  maxCad: number,
  avgHr: number,
  maxHr: number,
  avgAlt: number,
  maxAlt: number,
  avgTemperature: number,
  totalCalories: number,
  totalAscent: number,
  totalDescent: number,
  avgPace: number,
  normalizedPower: number,
});

export type WireLap = z.infer<typeof lap>;

export const wireLaps: z.ZodType<WireList<WireLap>> = z.pipe(
  z.pipe(z.transform(looseRows), rows(lap)),
  z.transform((found: WireList<WireLap>) => ({
    ...found,
    items: found.items.filter(({ lap: label }) => label !== null && /^\d+$/.test(label)),
  })),
);

/** Where a ride's file lies: text, or an object with it. Empty is "there is none". */
export const wireFileUrl: z.ZodType<string | null> = z.transform((value: unknown) => {
  const url = typeof value === 'object' && value !== null ? (value as { url?: unknown }).url : value;
  return typeof url === 'string' && url.trim() !== '' ? url.trim() : null;
});
