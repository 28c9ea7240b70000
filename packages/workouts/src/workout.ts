/**
 * The one workout that every compiler writes and every parser reads. Values are in SI-like base units (seconds, metres,
 * watts, bpm, rpm); a target keeps the unit in which the coach thought it, because a percentage that was turned into
 * watts too early is wrong after the next FTP test.
 */
export interface Workout {
  readonly sport: Sport;
  readonly name?: string;
  /** Free text for the athlete. May have several lines. */
  readonly description?: string;
  readonly steps: readonly Item[];
}

export const SPORTS = ['bike', 'run', 'swim', 'row', 'ski', 'walk', 'other'] as const;
export type Sport = (typeof SPORTS)[number];

export type Item = Step | Repeat;

/** Steps done `times` times in a row. Repeats nest. */
export interface Repeat {
  readonly times: number;
  readonly name?: string;
  readonly steps: readonly Item[];
}

export interface Step {
  readonly length: Length;
  /** Absent: nothing is prescribed. */
  readonly target?: Target;
  readonly cadence?: Cadence;
  readonly kind?: Kind;
  readonly name?: string;
  readonly note?: string;
}

export const KINDS = ['warmup', 'active', 'interval', 'recovery', 'rest', 'cooldown', 'other'] as const;
/** What the step is for; devices show it and colour it. */
export type Kind = (typeof KINDS)[number];

export type Fixed =
  | { readonly by: 'time'; readonly seconds: number }
  | { readonly by: 'distance'; readonly metres: number };

export type Length =
  | Fixed
  /** Metabolic energy as a bike computer counts it. */
  | { readonly by: 'energy'; readonly kilocalories: number }
  /** Until the lap button; `plan` is what the planned totals count. */
  | { readonly by: 'lap'; readonly plan?: Fixed }
  | { readonly by: 'hr'; readonly when: 'above' | 'below'; readonly bpm: number };

/** rpm, strides per minute on foot. */
export interface Cadence {
  readonly low: number;
  readonly high: number;
}

export const TARGET_UNITS = [
  '%ftp',
  'w',
  'power_zone',
  '%lthr',
  '%hrmax',
  'bpm',
  'hr_zone',
  '%pace',
  'pace_zone',
  's/km',
  's/mi',
  's/100m',
  's/100y',
  's/500m',
  's/400m',
  's/250m',
  'rpe',
] as const;
/** `%pace` is percent of threshold speed: above 100 is faster. `s/km` and its kin are seconds for that distance. */
export type TargetUnit = (typeof TARGET_UNITS)[number];

/**
 * How hard. `from` and `to` are the easier and the harder bound of a band (equal for one value), or the start and the
 * end of a ramp. For `s/km` and its kin the easier bound is the larger number.
 */
export interface Intensity {
  readonly unit: TargetUnit;
  readonly from: number;
  readonly to: number;
  readonly ramp?: true;
}

export type Target =
  | Intensity
  /** Free ride: the trainer leaves ERG mode. */
  | { readonly unit: 'free' }
  /** All out. */
  | { readonly unit: 'max' };

export type Metric = 'power' | 'hr' | 'pace' | 'rpe';

const METRIC_OF: Record<TargetUnit, Metric> = {
  '%ftp': 'power',
  w: 'power',
  power_zone: 'power',
  '%lthr': 'hr',
  '%hrmax': 'hr',
  bpm: 'hr',
  hr_zone: 'hr',
  '%pace': 'pace',
  pace_zone: 'pace',
  's/km': 'pace',
  's/mi': 'pace',
  's/100m': 'pace',
  's/100y': 'pace',
  's/500m': 'pace',
  's/400m': 'pace',
  's/250m': 'pace',
  rpe: 'rpe',
};

/** What a unit measures. */
export function metricOf(unit: TargetUnit): Metric {
  return METRIC_OF[unit];
}

/** Metres that `s/km` and its kin count seconds for; undefined for every other unit. A yard is 0.9144 m, a mile 1609.344 m. */
export const PACE_METRES: Partial<Record<TargetUnit, number>> = {
  's/km': 1000,
  's/mi': 1609.344,
  's/100m': 100,
  's/100y': 91.44,
  's/500m': 500,
  's/400m': 400,
  's/250m': 250,
};

export function isRepeat(item: Item): item is Repeat {
  return 'times' in item;
}

export function isIntensity(target: Target | undefined): target is Intensity {
  return target !== undefined && target.unit !== 'free' && target.unit !== 'max';
}
