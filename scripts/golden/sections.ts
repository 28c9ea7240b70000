import type { Constants, Golden } from './constants.ts';
import { banister, monotonyAndStrain, performanceManagement, workloadRatios } from './load.ts';
import { criticalPower, polarization, skibaTimeConstants, trimpExamples } from './models.ts';
import { clarkeSkiba, workedExamples } from './published.ts';

import { baseline, beatIntervals } from './recovery.ts';
import { css, daniels, minetti, riegel } from './running.ts';
import { elevationSynthetic } from './terrain.ts';

/** What a section may need beside its own values. */
export interface Context {
  readonly constants: Constants;
  readonly series: Golden | null;
}

/** One function a section of the file: from its inputs to the answers in the same shape. */
export const SECTIONS: Readonly<Record<string, (expected: Golden, context: Context) => Golden>> = {
  pmc_400_days: performanceManagement,
  acwr: workloadRatios,
  monotony_strain: monotonyAndStrain,
  banister,
  published_clarke_skiba_2013: clarkeSkiba,
  published_worked_examples: workedExamples,
  elevation_synthetic: elevationSynthetic,
  minetti,
  daniels_vdot: daniels,
  riegel_1_06: riegel,
  css,
  hrv: beatIntervals,
  hrv_baseline: baseline,
  polarization_index: polarization,
  critical_power: criticalPower,
  wbal_tau_skiba_2012: skibaTimeConstants,
  trimp_examples: trimpExamples,
};
