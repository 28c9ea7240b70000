/**
 * Correlation with its n, its interval and its refusal: under 14 pairs nothing is said.
 *
 * @packageDocumentation
 */

export { type Correlation, type CorrelationOptions, correlate, FEWEST_PAIRS } from './correlate.ts';
export { correlateDays, type DailyCorrelationOptions, type DayValue } from './correlate-days.ts';
