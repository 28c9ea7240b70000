import type { Metric, NoValue } from '../src/result/index.ts';

/** The value of a metric, for tests that expect one. */
export function unwrap<T>(metric: Metric<T>): T {
  if (isRefusal(metric)) throw new Error(`refused: ${metric.reason}, ${metric.detail}`);
  return metric.value;
}

/** The reason of a refusal, or `a value`. */
export function reasonOf(metric: Metric<unknown>): string {
  return isRefusal(metric) ? metric.reason : 'a value';
}

/** Codes of the warnings of a value. */
export function warningsOf(metric: Metric<unknown>): string[] {
  return isRefusal(metric) ? [] : metric.warnings.map(({ code }) => code);
}

/** `seconds` cells of one reading. */
export function steady(reading: number, seconds: number): number[] {
  return new Array<number>(seconds).fill(reading);
}

/** Deterministic numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function isRefusal(metric: Metric<unknown>): metric is NoValue {
  return metric.value === null;
}
