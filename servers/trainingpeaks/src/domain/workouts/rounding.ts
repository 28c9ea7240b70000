/** A number for reading: `digits` decimals; `null` stays `null`. */
export function rounded(value: number | null, digits: number): number | null {
  if (value === null) return null;
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

/** Hours, in which the platform counts time, to whole seconds. */
export function secondsOfHours(hours: number | null): number | null {
  return hours === null ? null : Math.round(hours * 3600);
}

/** Seconds to the hours of the wire, unrounded: the platform gives back what it was sent. */
export const hoursOfSeconds = (seconds: number): number => seconds / 3600;

/** Minutes to the hours of the wire. */
export const hoursOfMinutes = (minutes: number): number => minutes / 60;
