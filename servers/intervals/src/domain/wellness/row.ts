import type { Cell } from '@core/mcp-kit';
import { type WireWellness, type WireWellnessRow, wireWellness } from '../../client/wire/wellness.ts';
import { wellnessFields } from './fields.ts';

export const wellnessColumns = [
  'date',
  ...wellnessFields.map(({ name }) => name),
  'menstrual_phase',
  'locked',
  'carried_over',
  'comments',
];

/**
 * A day of wellness. `carried_over` names values that the platform filled in from settings because nothing was measured
 * that day: they are no evidence of anything.
 */
export function wellnessRow(day: WireWellness): Record<string, Cell> {
  const carried = [day.tempWeight === true && 'weight', day.tempRestingHR === true && 'resting_hr'].filter(Boolean);
  return {
    date: day.id,
    ...Object.fromEntries(wellnessFields.map(({ name, key }) => [name, day[key] as number | null])),
    menstrual_phase: day.menstrualPhase === 'NONE' ? null : day.menstrualPhase,
    locked: day.locked === true ? true : null,
    carried_over: carried.length > 0 ? carried.join(', ') : null,
    comments: day.comments === '' ? null : day.comments,
  };
}

/** Whether anything was entered or measured on the day. */
export function hasWellness(day: WireWellness): boolean {
  return wellnessFields.some(({ key }) => day[key] !== null && !isCarried(day, key)) || (day.comments ?? '') !== '';
}

/** Whether a value of the day was filled in from settings. */
export function isCarried(day: WireWellness, key: string): boolean {
  return (key === 'weight' && day.tempWeight === true) || (key === 'restingHR' && day.tempRestingHR === true);
}

const computed = new Set(['sportInfo', 'menstrualPhasePredicted']);

/** Values of fields that the athlete added to the day, by their codes. */
export function customWellness(day: WireWellnessRow): Record<string, unknown> {
  const own = new Set(Object.keys(wireWellness.shape));
  return Object.fromEntries(
    Object.entries(day).filter(([key, value]) => !own.has(key) && !computed.has(key) && value !== null),
  );
}
