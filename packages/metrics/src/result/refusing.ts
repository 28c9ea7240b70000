import { type Metric, none } from './metric.ts';

/** What `compute` returns, or a `bad_input` refusal with the message of the RangeError that it threw. */
export function refusing<T>(compute: () => Metric<T>): Metric<T> {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) return none('bad_input', error.message);
    throw error;
  }
}
