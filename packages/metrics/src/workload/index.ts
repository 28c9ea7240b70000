export type { FormBand } from './form.ts';
export { FORM_BANDS, formBand, formPercent } from './form.ts';
export type { Monotony, MonotonyOptions } from './monotony.ts';
export { monotony } from './monotony.ts';
export { rampRate } from './ramp.ts';
export type { WorkloadRatio, WorkloadRatioOptions } from './workload-ratio.ts';
export { workloadRatio } from './workload-ratio.ts';
