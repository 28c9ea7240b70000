/** A target inside `workout_doc`: one value or a band. */
export interface DocTarget {
  units: string;
  value?: number;
  start?: number;
  end?: number;
  /** Averaging window of the head unit: `lap`, `1s`, `3s`, `10s`, `30s`. */
  target?: string;
  /** Seconds of the best effort that `%mmp` is a share of. */
  mmp_duration?: number;
}

/** What `resolve=true` adds to a leaf: W, bpm or m/s. */
export interface Resolved {
  value?: number;
  start?: number;
  end?: number;
}

export interface DocStep {
  text?: string;
  /** Seconds. On a repeat: of all its repetitions. */
  duration?: number;
  /** Metres. */
  distance?: number;
  reps?: number;
  steps?: DocStep[];
  warmup?: true;
  cooldown?: true;
  intensity?: string;
  ramp?: true;
  freeride?: true;
  maxeffort?: true;
  until_lap_press?: true;
  hidepower?: true;
  power?: DocTarget;
  hr?: DocTarget;
  pace?: DocTarget;
  cadence?: DocTarget;
  _power?: Resolved;
  _hr?: Resolved;
  _pace?: Resolved;
  _distance?: number;
}

export interface ZoneTime {
  id: string;
  secs: number;
  name?: string;
  zone?: number;
  gap?: true;
  min?: number;
  max?: number;
  minWatts?: number;
  maxWatts?: number;
  color?: string;
  percentRange?: string;
}

/** `workout_doc` as the service stores it. Keys that do not apply are absent, not null. */
export interface WorkoutDoc {
  steps: DocStep[];
  duration: number;
  distance: number;
  description?: string;
  ftp?: number;
  lthr?: number;
  threshold_pace?: number;
  pace_units?: string;
  target?: 'POWER' | 'HR' | 'PACE';
  zoneTimes?: ZoneTime[];
  average_watts?: number;
  normalized_power?: number;
  variability_index?: number;
  options?: { category?: string; pool_length?: string };
}
