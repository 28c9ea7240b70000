/**
 * What a metric answers: a value with its method, coverage and warnings, or `null` with a reason. Never 0 for "unknown",
 * never `NaN`.
 *
 * @packageDocumentation
 */

export { allFinite } from './all-finite.ts';
export { needPositive } from './check.ts';
export type { Metric, NoValue, Refusal, Value, Warning } from './metric.ts';
export { finite, none, value } from './metric.ts';
