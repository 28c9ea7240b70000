import { noTime } from './message-list.ts';

/** FIT seconds count from 1989-12-31T00:00:00Z. */
export const fitEpochSeconds = 631_065_600;

/** Below this, a timestamp counts seconds since the device was switched on. */
export const firstAbsoluteSecond = 0x10000000;

/**
 * FIT seconds as milliseconds: since the Unix epoch, or since power-up when the value is below 0x10000000. The two cannot
 * be confused: power-up times stay below 2.7e11, dates are above 8.9e11.
 */
export function fitTimeToMs(seconds: number): number {
  return seconds < firstAbsoluteSecond ? seconds * 1000 : (seconds + fitEpochSeconds) * 1000;
}

/** The reverse of `fitTimeToMs`, rounded to whole seconds. */
export function msToFitTime(ms: number): number {
  const seconds = Math.round(ms / 1000);
  return seconds < firstAbsoluteSecond ? seconds : seconds - fitEpochSeconds;
}

/** Whether FIT seconds hold a time at all. */
export function hasTime(seconds: number): boolean {
  return seconds !== noTime;
}
