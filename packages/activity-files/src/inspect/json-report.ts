import type { Activity } from '../activity/model.ts';
import { activityTotals } from '../activity/totals.ts';
import { channelStatistics } from './channel-statistics.ts';

/** What `inspect --json` prints. Times in seconds, positions from the first sample. */
export interface JsonReport {
  readonly format: string;
  readonly sport: string | null;
  readonly start_time: string | null;
  readonly elapsed_s: number | null;
  readonly timer_s: number | null;
  /** Records in the file, before same-second records are merged. */
  readonly records: number;
  readonly distance_m: number | null;
  readonly channels: Readonly<Record<string, { samples: number; mean: number; max: number }>>;
  readonly sessions: number;
  readonly laps: number;
  readonly pauses: readonly { from_s: number; to_s: number }[];
  readonly hrv_beats: number;
  readonly developer_fields: number;
  readonly problems: readonly { kind: string; offset: number }[];
}

/** The report of `inspect --json`. */
export function jsonReport(activity: Activity): JsonReport {
  const { startMs, elapsedS, timerS, distanceM } = activityTotals(activity);
  return {
    format: activity.format,
    sport: activity.sport,
    start_time: startMs === null ? null : isoTime(startMs),
    elapsed_s: elapsedS,
    timer_s: timerS,
    records: activity.cleaning.records,
    distance_m: distanceM,
    channels: Object.fromEntries(
      channelStatistics(activity).map(({ name, samples, mean, max }) => [
        name,
        { samples, mean: rounded(mean), max: rounded(max) },
      ]),
    ),
    sessions: activity.sessions.length,
    laps: activity.laps.length,
    pauses: activity.samples.pauses.map(({ from, to }) => ({ from_s: from, to_s: to })),
    hrv_beats: activity.rr.intervalsMs.length,
    developer_fields: activity.developerFields,
    problems: activity.problems.map(({ kind, offset }) => ({ kind, offset })),
  };
}

/** ISO time; milliseconds only when there are any. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** Six decimals: finer than any sensor, short enough to read. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
