import type { SportFamily } from './activity-source.ts';
import type { Who } from './who.ts';

/** What intensity is measured against on a day. `null`: the athlete has not set it. */
export interface Thresholds {
  readonly ftpW: number | null;
  readonly lthrBpm: number | null;
  readonly maxBpm: number | null;
  readonly restBpm: number | null;
  readonly thresholdSpeedMs: number | null;
  readonly weightKg: number | null;
  /** Lower bounds of the athlete's own zones, ascending, the first mostly 0; `null` where there are none: never a textbook's. */
  readonly powerZonesW: readonly number[] | null;
  readonly hrZonesBpm: readonly number[] | null;
  /** Who says so and for when, in plain words: `in force on the day of the activity`, `today's profile`. */
  readonly source: string;
}

export interface ThresholdQuery {
  readonly family: SportFamily;
  /** The day they have to be valid on. */
  readonly day: string;
  /** An activity of that day, which may have recorded what was in force. */
  readonly activityId?: string;
  readonly indoor?: boolean;
}

/** Thresholds and zones as the athlete set them. */
export interface ThresholdSource {
  readonly on: (who: Who, query: ThresholdQuery) => Promise<Thresholds>;
}
