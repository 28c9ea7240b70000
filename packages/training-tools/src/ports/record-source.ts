import type { SportFamily } from './activity-source.ts';
import type { DayRange, Who } from './who.ts';

/** `power` W by seconds, `heart_rate` bpm by seconds, `pace` s by metres. */
export type RecordMeasure = 'power' | 'heart_rate' | 'pace';

export interface RecordQuery {
  readonly measure: RecordMeasure;
  readonly family: SportFamily;
  readonly ranges: readonly DayRange[];
  /** Positions that will be looked at; a platform that keeps each apart reads only those. */
  readonly at?: readonly number[];
}

/** The best of one duration (or distance) in a range. */
export interface Best {
  /** s, or m for `pace`. */
  readonly at: number;
  /** W, bpm, or for `pace` the seconds it took. */
  readonly value: number;
  readonly activityId: string | null;
  readonly day: string | null;
}

/** Bests of one range, ascending by `at`; empty without data. */
export interface BestCurve {
  readonly range: DayRange;
  readonly bests: readonly Best[];
  /** Activities that could not be read: a better one may be among them. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Best efforts over periods, as the platform keeps them or our own store does. */
export interface RecordSource {
  readonly measures: readonly RecordMeasure[];
  /** One curve a range, in order. */
  readonly curves: (who: Who, query: RecordQuery) => Promise<readonly BestCurve[]>;
}
