import type { CleaningReport, Samples } from '@core/metrics/samples';
import type { Problem } from './problem.ts';

export type ActivityFormat = 'fit' | 'tcx' | 'gpx';

/** Rows of the samples, `[from, to)`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * A session or a lap as the device summarised it; `null` is "not recorded". These are the device's own values, next to
 * which ours can be computed from the samples.
 */
export interface Summary {
  readonly sport: string | null;
  readonly subSport: string | null;
  /** Name of the sport profile or of the lap, as the athlete sees it on the device. */
  readonly name: string | null;
  /** Epoch milliseconds; milliseconds since power-up for a recording without a clock. */
  readonly startMs: number | null;
  readonly elapsedS: number | null;
  /** Without timer pauses. */
  readonly timerS: number | null;
  readonly movingS: number | null;
  readonly distanceM: number | null;
  readonly avgPowerW: number | null;
  readonly maxPowerW: number | null;
  readonly normalizedPowerW: number | null;
  readonly trainingStressScore: number | null;
  readonly intensityFactor: number | null;
  readonly thresholdPowerW: number | null;
  readonly workJ: number | null;
  readonly avgHeartRateBpm: number | null;
  readonly maxHeartRateBpm: number | null;
  /** Per minute, as recorded: revolutions, strides of one leg, or strokes. */
  readonly avgCadenceRpm: number | null;
  readonly maxCadenceRpm: number | null;
  readonly avgSpeedMs: number | null;
  readonly maxSpeedMs: number | null;
  readonly ascentM: number | null;
  readonly descentM: number | null;
  readonly caloriesKcal: number | null;
  readonly aerobicTrainingEffect: number | null;
  readonly anaerobicTrainingEffect: number | null;
  readonly poolLengthM: number | null;
  /** What ended it: `manual`, `distance`, `session_end` … */
  readonly trigger: string | null;
  readonly intensity: string | null;
  /** The samples recorded during it. */
  readonly rows: RowRange;
}

/** One pool length. */
export interface Length {
  readonly startMs: number | null;
  readonly elapsedS: number | null;
  readonly timerS: number | null;
  readonly active: boolean;
  readonly strokes: number | null;
  /** `freestyle`, `backstroke` … */
  readonly stroke: string | null;
  readonly avgSpeedMs: number | null;
}

/** A marker on the time line: timer start and stop, gear change, alert, lap … */
export interface ActivityEvent {
  readonly timeMs: number | null;
  readonly event: string;
  readonly type: string;
  readonly data: number | null;
}

/** A device or sensor that took part. */
export interface Device {
  /** 0 is the recorder itself. */
  readonly index: number | null;
  readonly manufacturer: string | null;
  /** Name as text, else the maker's product number. */
  readonly product: string | number | null;
  readonly serialNumber: number | null;
  readonly softwareVersion: number | null;
  /** What a sensor measures: ANT+ device type number or name. */
  readonly kind: string | number | null;
  readonly batteryStatus: string | null;
  readonly batteryVoltage: number | null;
}

/** Intervals between heart beats, in recorded order. */
export interface RrIntervals {
  readonly intervalsMs: Float64Array;
  /** Seconds since the start of the samples when the beat was reported; `NaN` when unknown. */
  readonly timeS: Float64Array;
}

/** Thresholds that the device used for its own numbers; `null` is "not recorded". */
export interface DeviceThresholds {
  readonly functionalThresholdPowerW: number | null;
  readonly thresholdHeartRateBpm: number | null;
  readonly maxHeartRateBpm: number | null;
  readonly restingHeartRateBpm: number | null;
  readonly weightKg: number | null;
  /** Upper bounds of the zones, when the device stored them. */
  readonly heartRateZonesBpm: readonly number[] | null;
  readonly powerZonesW: readonly number[] | null;
}

/** A field that an app or sensor added to the records, in the units that it describes. */
export interface DeveloperColumn {
  readonly name: string;
  readonly units: string | null;
  readonly developerIndex: number;
  readonly fieldNumber: number;
  /** The record field that it stands for, or null. */
  readonly nativeField: number | null;
  /** One value a sample: `NaN` is no data. Null for text fields. */
  readonly values: Float64Array | null;
  /** One text a sample, for text fields. */
  readonly texts: readonly (string | null)[] | null;
}

/** A recorded activity, whatever file it came from. */
export interface Activity {
  readonly format: ActivityFormat;
  /** The channels over one time axis. */
  readonly samples: Samples;
  /** What cleaning dropped or merged: nothing disappears silently. */
  readonly cleaning: CleaningReport;
  readonly sport: string | null;
  readonly subSport: string | null;
  readonly sessions: readonly Summary[];
  readonly laps: readonly Summary[];
  readonly lengths: readonly Length[];
  readonly events: readonly ActivityEvent[];
  readonly rr: RrIntervals;
  readonly devices: readonly Device[];
  readonly thresholds: DeviceThresholds;
  readonly developer: readonly DeveloperColumn[];
  /** Descriptions of developer fields, whether or not a record has one. */
  readonly developerFields: number;
  /** Milliseconds to add to UTC for the local time where it was recorded; null when the file does not say. */
  readonly localOffsetMs: number | null;
  readonly problems: readonly Problem[];
}
