export type { Day } from './day.ts';
export { addDays, dayNumber, daysBetween, toDay } from './day.ts';
