/** The structured workout of TrainingPeaks (trainingpeaks-api.md 15). Sent as a JSON string on workout writes. */
export interface TpStructure {
  structure: TpBlock[];
  polyline: [number, number][];
  primaryLengthMetric: 'duration' | 'distance';
  primaryIntensityMetric: TpMetric;
  primaryIntensityTargetOrRange: 'range' | 'target';
  visualizationDistanceUnit: null | 'meter' | 'kilometer' | 'mile';
}

export type TpMetric = 'percentOfFtp' | 'percentOfThresholdHr' | 'percentOfThresholdPace' | 'percentOfMaxHr' | 'rpe';

export interface TpBlock {
  type: 'step' | 'repetition' | 'rampUp' | 'rampDown';
  length: { value: number; unit: 'repetition' };
  steps: TpStep[];
  /** Seconds or metres from the start of the workout. */
  begin: number;
  end: number;
}

export type TpLengthUnit = 'second' | 'minute' | 'hour' | 'meter' | 'kilometer' | 'mile' | 'yard';

export interface TpStep {
  name: string;
  type?: 'step';
  length: { value: number; unit: TpLengthUnit };
  targets: TpTarget[];
  intensityClass: 'warmUp' | 'active' | 'rest' | 'coolDown' | 'other';
  openDuration: boolean;
  notes?: string;
}

export interface TpTarget {
  minValue: number;
  maxValue?: number;
  /** Only on secondary targets. */
  unit?: string;
}

/** What the client must send beside the structure, because the server computes none of it. */
export interface TpTotals {
  /** Null where the time of a distance is not known. */
  readonly seconds: number | null;
  /** Of distance steps and of timed steps with a pace; null where there are none. */
  readonly metres: number | null;
  /** Three decimals; null for RPE and where a threshold is missing. */
  readonly intensityFactor: number | null;
  /** One decimal. */
  readonly tss: number | null;
  /** Whole kJ; power with FTP only. */
  readonly energyKj: number | null;
  /** What the numbers leave out or assume. */
  readonly gaps: readonly string[];
}

export const CADENCE_UNIT = 'roundOrStridePerMinute';
