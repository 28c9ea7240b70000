import * as z from '@core/mcp-kit/schema';
import { list, maybe, number, text } from '../blocks.ts';

/** Named members whose names the file decides; a member that cannot be read is left out. */
function named<T>(member: z.ZodType<T>) {
  return z.optional(z.unknown()).transform((value): Readonly<Record<string, T>> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    const read = Object.entries(value).map(([name, each]) => [name, member.safeParse(each)] as const);
    return Object.fromEntries(read.flatMap(([name, each]) => (each.success ? [[name, each.data] as const] : [])));
  });
}

/** Totals of a recording. Times are seconds although their unit says `h:m:s`. */
export const wireAnalysisSummary = z.object({
  startTimestamp: text,
  data: named(z.object({ friendlyName: text, value: number, unit: text })),
});

export type WireAnalysisSummary = z.output<typeof wireAnalysisSummary>;

/** Channels and samples; which there are depends on the file, so names come from `metadata`. */
export const wireAnalysisCharts = z.object({
  metadata: named(z.object({ friendlyName: text, unit: text, minimum: number, maximum: number, average: number })),
  data: list(z.looseObject({})),
});

export type WireAnalysisCharts = z.output<typeof wireAnalysisCharts>;

export const wireAnalysisLaps = z.object({
  columnMetadata: named(z.object({ friendlyName: text, unit: text })),
  data: list(z.looseObject({})),
});

export type WireAnalysisLaps = z.output<typeof wireAnalysisLaps>;

/** A lap of the main API. Times are milliseconds. */
export const wireLapStats = z.object({
  name: text,
  begin: number,
  end: number,
  elapsedTime: number,
  stoppedTime: number,
  distance: number,
  averageHeartRate: number,
  maximumHeartRate: number,
  averagePower: number,
  maximumPower: number,
  normalizedPowerActual: number,
  averageCadence: number,
  averageSpeed: number,
  elevationGain: number,
  trainingStressScoreActual: number,
  intensityFactorActual: number,
});

export type WireLapStats = z.output<typeof wireLapStats>;

const samples = z.optional(z.unknown());

/** What a device recorded, as the main API holds it; only the laps have a known form. */
export const wireDetailData = z.object({
  lapsStats: list(wireLapStats),
  totalStats: maybe(wireLapStats),
  flatSamples: samples,
});
