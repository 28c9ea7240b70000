import type { StoredActivity } from './activities/stored.ts';
import type { AthleteRecord } from './athlete-record.ts';
import { familyOf } from './sports.ts';

/** Bikes, shoes and parts, in the service's keys. */
export interface Garage {
  readonly gear: Record<string, unknown>[];
  gearOf(activity: StoredActivity): Record<string, unknown>;
  nextId(): number;
}

/** A reminder that is due: 400 km allowed, 432 ridden since it was reset. */
function chainCheck(base: number): Record<string, unknown> {
  return {
    id: base + 49,
    gear_id: String(base + 1),
    name: 'Check the chain',
    distance: 400_000,
    time: null,
    activities: null,
    days: null,
    last_reset: '2026-09-20T18:00:00.000+00:00',
    starting_distance: 18_000_000,
    starting_time: 0,
    starting_activities: 0,
    snoozed_until: null,
  };
}

export function createGarage(record: AthleteRecord): Garage {
  const base = 71_000 + record.number * 100;
  const gear = (id: number, type: string, name: string, distance: number, extra: Record<string, unknown> = {}) => ({
    id: String(base + id),
    athlete_id: record.id,
    type,
    name,
    distance,
    purchased: '2024-03-02',
    notes: null,
    time: Math.round(distance / 7.6),
    activities: Math.round(distance / 41_000),
    use_elapsed_time: false,
    retired: null,
    component: false,
    component_ids: null,
    activity_filters: null,
    reminders: [],
    ...extra,
  });
  let used = 50;
  return {
    gear: [
      gear(1, 'Bike', 'Road bike', 18_432_000, { reminders: [chainCheck(base)] }),
      gear(2, 'Bike', 'Trainer bike', 6_120_500),
      gear(3, 'Shoes', 'River shoes', 612_400, { activities: 71 }),
      gear(4, 'Chain', 'Waxed chain', 3_204_000, { component: true }),
      gear(5, 'Shoes', 'Old trail shoes', 801_000, { retired: '2025-10-01' }),
    ],
    gearOf(activity) {
      const family = familyOf(record.activities.type(activity));
      const id = family === 'run' ? 3 : activity.source === 'ZWIFT' ? 2 : family === 'ride' ? 1 : undefined;
      return id === undefined ? {} : { gear: { id: String(base + id), name: null, distance: null, primary: null } };
    },
    nextId() {
      used += 1;
      return base + used;
    },
  };
}
