/**
 * Local calendar days: arithmetic without clocks, zones or daylight saving.
 *
 * @packageDocumentation
 */

export type { Day } from './day.ts';
export { addDays, dayNumber, daysBetween, toDay } from './day.ts';
