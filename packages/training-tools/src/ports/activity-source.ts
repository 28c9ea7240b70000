import type { Samples } from '@core/metrics/samples';
import type { DayRange, Found, Who } from './who.ts';

/** What thresholds, zones and paces are shared by; the platform's own word stays in `sport`. */
export type SportFamily = 'ride' | 'run' | 'swim' | 'row' | 'strength' | 'other';

/** A training load in points: an hour at threshold is 100. `estimated`: not from power or pace against the threshold of its day. */
export interface ActivityLoad {
  readonly points: number;
  readonly estimated: boolean;
}

/** One activity in a line. `null` is "nothing recorded", `0` is data. */
export interface Activity {
  readonly id: string;
  /** The athlete's local day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Local start, `YYYY-MM-DDTHH:MM`; the day alone where the platform tells no more. */
  readonly start: string;
  readonly sport: string | null;
  readonly family: SportFamily;
  readonly name: string | null;
  readonly movingS: number | null;
  readonly distanceM: number | null;
  readonly ascentM: number | null;
  /** `null`: unknown, which is not rest. */
  readonly load: ActivityLoad | null;
  /** 1 at threshold. */
  readonly intensity: number | null;
  readonly averageW: number | null;
  readonly normalizedW: number | null;
  readonly averageBpm: number | null;
  readonly rpe1to10: number | null;
  /** How it felt, under a name that carries the platform's scale: `feel_1to5_1_is_strong`. */
  readonly feel: { readonly name: string; readonly value: number } | null;
  readonly race: boolean;
  readonly indoor: boolean | null;
  /** The planned session that the platform pairs with it. */
  readonly plannedId: string | null;
  /** Why no more than this line can be read, in plain words; `null` when it can. */
  readonly hidden: string | null;
}

/** A stretch of a recording, half-open whole seconds since its start, pauses included. */
export interface Lap {
  readonly fromS: number;
  readonly toS: number;
  readonly label: string | null;
}

/** One activity second by second. */
export interface Recording {
  readonly samples: Samples;
  /** In order, without overlap. */
  readonly laps: readonly Lap[];
  /** `device`: recorded as they happened. `platform`: cut afterwards by the platform. `null`: there are none. */
  readonly lapSource: 'device' | 'platform' | null;
  /** Kinds of damage found in the file; what it lost is missing from every number made of it. */
  readonly damage: readonly string[];
}

export interface ListOptions {
  /** Starts no further download after this long; what is left is counted in `skipped`. For platforms that list loads it changes nothing. */
  readonly budgetMs?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Activities that were done. */
export interface ActivitySource {
  /** Whose loads its activities carry: the platform's, or ours because the platform tells none. */
  readonly loadsBy: 'platform' | 'own';
  /** All of a range with loads, newest first. A line that cannot be read is skipped and counted, never a failure. */
  readonly list: (who: Who, range: DayRange, options?: ListOptions) => Promise<Found<Activity>>;
  /**
   * @throws Failure `not_found`; `bad_input` when it is somebody else's; `blocked` when the platform does not show it.
   */
  readonly get: (who: Who, id: string) => Promise<Activity>;
  /**
   * `laps: false` leaves them out where they cost a request of their own.
   *
   * @throws Failure as `get`; `not_found` also for an activity without samples.
   */
  readonly recording: (who: Who, id: string, options?: { readonly laps?: boolean }) => Promise<Recording>;
}
