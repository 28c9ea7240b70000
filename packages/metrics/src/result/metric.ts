/** Why there is no value. One word for one thing, so that a caller can branch on it; `detail` says it to a person. */
export type Refusal =
  | 'no_data'
  | 'too_short'
  | 'too_few'
  | 'low_coverage'
  | 'not_maximal'
  | 'no_fit'
  | 'undefined_ratio'
  | 'cannot_align'
  | 'bad_input';

/** Something a reader should know before trusting the value. */
export interface Warning {
  /** Stable snake_case name, e.g. `short_effort`. */
  readonly code: string;
  /** One plain sentence with the numbers in it. */
  readonly detail: string;
}

/** A number (or object of numbers) with how it was obtained. */
export interface Value<T> {
  readonly value: T;
  /** The convention that produced it, e.g. `np: 30 s windows restart after holes`. */
  readonly method: string;
  /** Share of the seconds looked at that carried data, 0–1; null where the input is not a time series. */
  readonly coverage: number | null;
  readonly warnings: readonly Warning[];
}

/** No value, and why. Never 0, never NaN. */
export interface NoValue {
  readonly value: null;
  readonly reason: Refusal;
  readonly detail: string;
}

/** What a metric returns: test `value === null` to tell the two apart. */
export type Metric<T = number> = Value<T> | NoValue;

/** A value with its provenance. */
export function value<T>(
  value: T,
  method: string,
  coverage: number | null = null,
  warnings: readonly Warning[] = [],
): Value<T> {
  return { value, method, coverage, warnings };
}

/** A typed refusal. */
export function none(reason: Refusal, detail: string): NoValue {
  return { value: null, reason, detail };
}

/** The value when it is finite, otherwise a refusal: the last line of defence against `NaN` in a result. */
export function finite(
  number: number,
  method: string,
  coverage: number | null = null,
  warnings: readonly Warning[] = [],
): Metric {
  return Number.isFinite(number)
    ? value(number, method, coverage, warnings)
    : none('bad_input', `${method} is not a finite number for this input`);
}
