export { allFinite } from './all-finite.ts';
export { needPositive } from './check.ts';
export type { Metric, NoValue, Refusal, Value, Warning } from './metric.ts';
export { finite, none, value } from './metric.ts';
