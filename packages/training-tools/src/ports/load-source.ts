import type { ConventionOptions } from '@core/metrics/load';
import type { FitnessChange } from '@core/metrics/load-changes';
import type { FitnessState } from '@core/metrics/planning';
import type { ListOptions } from './activity-source.ts';
import type { DayRange, Who } from './who.ts';

/** One day of training. */
export interface LoadDay {
  readonly day: string;
  /** What was done, points, planned sessions never. `0` is rest, `null` unknown: trained, but nothing to rate it by. */
  readonly load: number | null;
  /** Where the platform counts something else towards ATL. */
  readonly atlLoad?: number | null;
  /** The platform's own CTL and ATL of that evening. */
  readonly platform: FitnessState | null;
}

/** Daily loads of a range and how the platform makes CTL and ATL of them. */
export interface LoadHistory {
  /** Every day from the first asked for to the last asked for or today, whichever is earlier, in order. */
  readonly days: readonly LoadDay[];
  /** CTL and ATL of the evening before the first day; `null` where nobody has them. */
  readonly before: FitnessState | null;
  /** Who made `before`: the platform unless told. `own`: our recursion over a longer history that is the same for every range. */
  readonly beforeBy?: 'platform' | 'own';
  /** Time constants, recursion and which evening form is of. */
  readonly convention: ConventionOptions;
}

export interface LoadSource {
  /**
   * Days that have to be read before a range for averages that mean something; 0 where the platform gives its own values of
   * the evening before.
   */
  readonly warmUpDays: number;
  readonly history: (who: Who, range: DayRange, options?: ListOptions) => Promise<LoadHistory>;
  /** Other time constants or values set by hand along the way. Asked for only when our numbers and the platform's differ. */
  readonly modelChanges?: (who: Who, range: DayRange) => Promise<readonly FitnessChange[]>;
}
