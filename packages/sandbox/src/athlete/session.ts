import type { Day } from './days.ts';
import type { Workout } from './workout.ts';

export type Sport = 'ride' | 'virtual-ride' | 'gravel-ride' | 'run' | 'trail-run' | 'swim' | 'strength' | 'hike';

export interface Sensors {
  readonly power: boolean;
  readonly heartRate: boolean;
  readonly cadence: boolean;
  readonly position: boolean;
  /** Parts of the signal are lost. */
  readonly dropouts: boolean;
}

/** Where a recording came from. `strava` rows are hidden by services that may not pass them on. */
export type Source = 'garmin' | 'zwift' | 'strava' | 'manual' | 'upload';

/** What the athlete did: everything that is known without simulating the seconds. */
export interface Session {
  /** 0 is the oldest. */
  readonly index: number;
  readonly seed: number;
  readonly day: Day;
  /** `YYYY-MM-DDTHH:MM:SS` on the athlete's clock. */
  readonly startLocal: string;
  readonly sport: Sport;
  readonly title: string;
  readonly description: string | undefined;
  readonly tags: readonly string[];
  readonly workout: Workout;
  readonly structured: boolean;
  /** The targets were taken from the settings; otherwise from how the legs felt. */
  readonly pacedBySettings: boolean;
  readonly race: boolean;
  readonly commute: boolean;
  readonly sensors: Sensors;
  readonly source: Source;
  readonly device: string | undefined;
  readonly courseName: string | undefined;
  /** 1–10, undefined when the athlete gave none. */
  readonly rpe: number | undefined;
  /** 1 strong … 5 weak. */
  readonly feel: number | undefined;
  /** Threshold as it truly is that day (W, or m/s), and as the settings say. */
  readonly thresholdTrue: number;
  readonly thresholdSet: number;
  /** Index of the planned session that this one fulfils. */
  readonly plannedIndex: number | undefined;
}

/** What the calendar asks for. */
export interface PlannedSession {
  readonly index: number;
  readonly day: Day;
  readonly sport: Sport;
  readonly title: string;
  readonly workout: Workout | undefined;
  readonly prose: string | undefined;
  readonly durationS: number;
  readonly outcome: 'done' | 'missed' | 'future';
  /** Index of the session that fulfils it. */
  readonly sessionIndex: number | undefined;
}
