/**
 * What relative targets are relative to. Everything is optional: what is missing makes a target unresolved, with the
 * reason, never a guess. Zones are the upper ends as Intervals.icu stores them.
 */
export interface Thresholds {
  /** W. */
  readonly ftp?: number | undefined;
  /** bpm. */
  readonly lthr?: number | undefined;
  /** bpm. */
  readonly maxHr?: number | undefined;
  /** bpm. */
  readonly restingHr?: number | undefined;
  /** m/s, for every sport. */
  readonly thresholdSpeed?: number | undefined;
  /** Zone tops in % of FTP; the last one is open (999). */
  readonly powerZones?: readonly number[] | undefined;
  /** Zone tops in bpm, inclusive. */
  readonly hrZones?: readonly number[] | undefined;
  /** Zone tops in % of threshold speed; the last one is open (999). */
  readonly paceZones?: readonly number[] | undefined;
  /** Sweet spot in % of FTP. */
  readonly sweetSpot?: readonly [low: number, high: number] | undefined;
}
