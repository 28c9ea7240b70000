/**
 * Local calendar days: arithmetic without clocks, zones or daylight saving.
 *
 * @packageDocumentation
 */

export type { Day } from './day.ts';
export { addDays, dayNumber, daysBetween, mondayOf, toDay } from './day.ts';
