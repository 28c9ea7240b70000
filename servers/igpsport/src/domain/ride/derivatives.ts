/**
 * Raised with every change of what is derived or how a file is read: stored derivatives of another number are not used,
 * and are made anew from the stored file.
 */
export const DECODER_VERSION = 1;

/** Best mean over each duration: three columns of one length. */
export interface StoredCurve {
  /** s */
  readonly durations: readonly number[];
  readonly values: readonly number[];
  /** Second of the ride at which the window starts. */
  readonly starts: readonly number[];
}

/** Seconds at each value, so that zones of any threshold can be made from it. */
export interface StoredTally {
  readonly values: readonly number[];
  readonly counts: readonly number[];
  /** Seconds of the ride. */
  readonly length: number;
}

export interface PowerDerivatives {
  readonly averageW: number;
  readonly maximumW: number;
  /** `null` without 30 s in one piece. */
  readonly normalizedW: number | null;
  readonly variabilityIndex: number | null;
  readonly workKj: number;
  /** Share of the seconds with power, 0–1. */
  readonly coverage: number;
  /** Seconds dropped as impossible. */
  readonly spikes: number;
  readonly tally: StoredTally;
  readonly curve: StoredCurve;
}

export interface HeartRateDerivatives {
  readonly averageBpm: number;
  readonly maximumBpm: number;
  readonly coverage: number;
  readonly tally: StoredTally;
  readonly curve: StoredCurve;
}

/** What is left of a ride without its curves: what a load is made of and a list shows. */
export interface RideFigures extends Omit<RideDerivatives, 'power' | 'heartRate'> {
  readonly power: Omit<PowerDerivatives, 'tally' | 'curve'> | null;
  readonly heartRate: Omit<HeartRateDerivatives, 'curve'> | null;
}

/** A copy that keeps neither curve alive, nor the seconds at each power. */
export function figuresOf(derived: RideDerivatives): RideFigures {
  const { power, heartRate } = derived;
  return { ...derived, power: power && withoutTally(power), heartRate: heartRate && withoutCurve(heartRate) };
}

function withoutTally(power: PowerDerivatives): RideFigures['power'] {
  const { tally: _tally, ...rest } = withoutCurve(power);
  return rest;
}

function withoutCurve<Part extends { readonly curve: StoredCurve }>(part: Part): Omit<Part, 'curve'> {
  const { curve: _curve, ...rest } = part;
  return rest;
}

/** What a FIT file says whatever the athlete's thresholds are. `null` is "not recorded". */
export interface RideDerivatives {
  /** Epoch milliseconds. */
  readonly startMs: number | null;
  readonly localOffsetMs: number | null;
  readonly sport: string | null;
  readonly device: string | null;
  readonly elapsedS: number;
  /** Without timer pauses: the time that TSS counts. */
  readonly timerS: number;
  readonly movingS: number | null;
  readonly distanceM: number | null;
  readonly ascentM: number | null;
  readonly descentM: number | null;
  readonly caloriesKcal: number | null;
  readonly avgSpeedMs: number | null;
  readonly maxSpeedMs: number | null;
  /** Over the seconds that pedal. */
  readonly avgCadenceRpm: number | null;
  readonly avgTemperatureC: number | null;
  readonly power: PowerDerivatives | null;
  readonly heartRate: HeartRateDerivatives | null;
  readonly efficiencyFactor: number | null;
  readonly decouplingPct: number | null;
  /** What the head unit was set to that day, where it wrote that down. */
  readonly deviceFtpW: number | null;
  readonly deviceLthrBpm: number | null;
  /** Kinds of damage found in the file. */
  readonly problems: readonly string[];
}
