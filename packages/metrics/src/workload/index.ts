/**
 * Signs in a load history: ramp rate, monotony, strain, acute : chronic ratio, bands of form.
 *
 * | Platform | Ramp | Monotony | ACWR |
 * |---|---|---|---|
 * | here | CTL − CTL 7 days ago | sample SD (n − 1), population as option; `null` when the SD is 0 | coupled, uncoupled, EWMA |
 * | Intervals.icu, GoldenCheetah, WKO | the same | – (custom charts) | – (custom charts) |
 * | icuvisor | – | population SD, not said | – |
 *
 * @packageDocumentation
 */

export type { FormBand } from './form.ts';
export { FORM_BANDS, formBand, formPercent } from './form.ts';
export type { Monotony, MonotonyOptions } from './monotony.ts';
export { monotony } from './monotony.ts';
export { rampRate } from './ramp.ts';
export type { WorkloadRatio, WorkloadRatioOptions } from './workload-ratio.ts';
export { workloadRatio } from './workload-ratio.ts';
