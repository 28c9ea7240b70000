import { addDays, type Cell, daysBetween } from '@core/mcp-kit';
import type { WireEvent } from '../../client/wire/event.ts';
import { localDay, localMinute, weekdayOf } from '../local-time.ts';
import { km } from '../si.ts';

/** Every kind of calendar entry of the platform. */
export const eventCategories = [
  'WORKOUT',
  'RACE_A',
  'RACE_B',
  'RACE_C',
  'NOTE',
  'PLAN',
  'HOLIDAY',
  'SICK',
  'INJURED',
  'TARGET',
  'SET_EFTP',
  'FITNESS_DAYS',
  'SEASON_START',
  'SET_FITNESS',
] as const;

/** Sessions that carry a planned load. */
export const isSession = ({ category }: WireEvent) => category === 'WORKOUT' || category?.startsWith('RACE_') === true;

/** The day an entry starts. */
export const eventDay = (event: WireEvent): string | null => localDay(event.start_date_local);

/** The last day of an entry, inclusive: on the wire the end is the midnight after it. */
export function lastDay(event: WireEvent): string | null {
  const start = eventDay(event);
  const end = localDay(event.end_date_local);
  if (start === null || end === null) return start;
  return daysBetween(start, end) > 1 ? addDays(end, -1) : start;
}

/** A calendar entry in one line; planned numbers only, what was done is on the activity. */
export function eventRow(event: WireEvent): Record<string, Cell> {
  const end = lastDay(event);
  return {
    id: event.id,
    start: localMinute(event.start_date_local),
    weekday: weekdayOf(eventDay(event)),
    last_day: end === eventDay(event) ? null : end,
    category: event.category,
    sport: event.type,
    name: event.name,
    planned_time_s: isSession(event) ? event.moving_time : null,
    planned_distance_km: isSession(event) ? km(positive(event.distance)) : null,
    planned_load: event.icu_training_load,
    planned_intensity_pct: event.icu_intensity,
    structured: isSession(event) ? hasSteps(event) : null,
    done_activity_id: event.paired_activity_id,
    target_load: event.load_target,
    target_time_s: event.time_target,
    availability: event.training_availability === 'NORMAL' ? null : event.training_availability,
  };
}

export const eventColumns = [
  'id',
  'start',
  'weekday',
  'last_day',
  'category',
  'sport',
  'name',
  'planned_time_s',
  'planned_distance_km',
  'planned_load',
  'planned_intensity_pct',
  'structured',
  'done_activity_id',
  'target_load',
  'target_time_s',
  'availability',
];

/** Whether the platform found steps in the description. */
export function hasSteps(event: Pick<WireEvent, 'workout_doc'>): boolean {
  const steps = event.workout_doc?.steps;
  return Array.isArray(steps) && steps.length > 0;
}

/** An empty parse leaves a distance of 0, which is no plan. */
function positive(distance: number | null): number | null {
  return distance !== null && distance > 0 ? distance : null;
}
