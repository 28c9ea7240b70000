export { type Baseline, type BaselineOptions, type DailyValue, dailyBaseline } from './baseline.ts';
export type { CleaningRule } from './clean.ts';
export { type DfaPoint, type DfaSeriesOptions, dfaAlpha1, dfaAlpha1Series } from './dfa.ts';
export { type HrvSpectrum, hrvSpectrum } from './frequency-domain.ts';
export { type Hrv, hrv } from './time-domain.ts';
