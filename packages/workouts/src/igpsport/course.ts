/** The course that iGPSport stores (igpsport-api.md 10): the `data` of `EditCustomWorkOut`. */
export interface IgpCourse {
  /** Only for an update; absent creates. */
  id?: string;
  title: string;
  description: string;
  /** Seconds, estimated by the client. */
  totalTime: number;
  workoutType: 'bike' | 'run';
  sportBigType: 1 | 2;
  allowDeletion: true;
  fromTP: false;
  structure: IgpNode[];
}

export type IgpNode = IgpStep | IgpRepetition;

export interface IgpRepetition {
  type: 'Repetition';
  length: { unit: 'Repetition'; value: number };
  steps: IgpStep[];
}

export interface IgpStep {
  type: 'Step';
  name: string;
  intensityClass: 'WarmUp' | 'Active' | 'Rest' | 'CoolDown';
  /** A string on the wire. `"true"` ends with the lap button and has no `length`. */
  openDuration: 'true' | 'false';
  length?: { unit: 'Second' | 'Meter' | 'Kcal'; value: number };
  intensityTarget?: IgpTarget;
  cadenceTarget?: IgpTarget;
  note?: string;
}

export interface IgpTarget {
  unit: 'Power' | 'PowerCustom' | 'PercentOfFTP' | 'HeartRate' | 'HeartRateCustom' | 'Speed' | 'Cadence' | 'Active';
  value?: number;
  minValue?: number;
  maxValue?: number;
}

/** Lengths that clients keep to; the server's own limits are not known. */
export const IGP_LIMITS = { title: 64, name: 64, description: 500, note: 30 } as const;
