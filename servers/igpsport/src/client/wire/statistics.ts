import * as z from '@core/mcp-kit/schema';
import { list, localTime, maybe, number, optionalId, text } from './blocks.ts';

export const wireStatistics = z.object({
  statisticsData: maybe(
    z.object({
      totalCount: number,
      /** m */
      totalDistance: number,
      /** s */
      totalTimerTime: number,
      /** m/s */
      avgSpeed: number,
      sumTotalAscent: number,
      totalCalories: number,
      totalPwrTSS: number,
    }),
  ),
  axis: list(
    z.object({
      /** `2026/01` */
      time: text,
      totalCount: number,
      totalTimerTime: number,
      /** km, unlike the totals. Buckets of the future hold 0. */
      value: number,
    }),
  ),
  milestoneList: list(z.object({ count: number, distance: number })),
  personalBestList: list(
    z.object({
      activityId: optionalId,
      keyName: text,
      /** Base units: m, s, m/s, W. `MaxClimbinSpeed` is metres of ascent in spite of its name. */
      keyValue: number,
      /** Local, in the region's own time. */
      keyTime: localTime,
    }),
  ),
});

export type WireStatistics = z.infer<typeof wireStatistics>;
