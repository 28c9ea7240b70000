/**
 * Heart-rate variability from beat-to-beat intervals, and any morning value against the athlete's own normal.
 *
 * | Platform | rMSSD | Baseline |
 * |---|---|---|
 * | here | differences between neighbours that both survive the cleaning (20 % of the local median) | 7 days against the days before them, ± 0.5 SD |
 * | GoldenCheetah | three consecutive normal beats | – |
 * | Intervals.icu | as the source gives it; `average_dfa_a1` | – |
 * | icuvisor | – | z score, sample SD |
 * | Garmin, Whoop, Oura | their own, not published | their own |
 *
 * @packageDocumentation
 */

export { type Baseline, type BaselineOptions, type DailyValue, dailyBaseline } from './baseline.ts';
export type { CleaningRule } from './clean.ts';
export { type DfaPoint, type DfaSeriesOptions, dfaAlpha1, dfaAlpha1Series } from './dfa.ts';
export { type HrvSpectrum, hrvSpectrum } from './frequency-domain.ts';
export { type Hrv, hrv } from './time-domain.ts';
