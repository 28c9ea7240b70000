import type { Constants, Golden } from './constants.ts';
import { criticalPower, polarization, skibaTimeConstants, trimpExamples } from './models.ts';

/** What a section may need beside its own values. */
export interface Context {
  readonly constants: Constants;
  readonly series: Golden | null;
}

/** One function a section of the file: from its inputs to the answers in the same shape. */
export const SECTIONS: Readonly<Record<string, (expected: Golden, context: Context) => Golden>> = {
  polarization_index: polarization,
  critical_power: criticalPower,
  wbal_tau_skiba_2012: skibaTimeConstants,
  trimp_examples: trimpExamples,
};
