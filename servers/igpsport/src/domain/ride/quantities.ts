import type { RideDerivatives } from './derivatives.ts';

/** `null` stays "not recorded". */
export function kilometres(metres: number | null): number | null {
  return metres === null ? null : metres / 1000;
}

/** km/h of m/s; null stays null. */
export function kilometresPerHour(metresPerSecond: number | null): number | null {
  return metresPerSecond === null ? null : metresPerSecond * 3.6;
}

/** A number without its noise; `digits` decimals. */
export function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;
}

/** When a ride began, on the clock where it was ridden; in UTC, with a Z, when the file does not say. */
export function localStart({ startMs, localOffsetMs }: Pick<RideDerivatives, 'startMs' | 'localOffsetMs'>) {
  if (startMs === null) return null;
  const text = new Date(startMs + (localOffsetMs ?? 0)).toISOString().slice(0, 19);
  return localOffsetMs === null ? `${text}Z` : text;
}
