import type { WireActivity } from '../../client/wire/activity.ts';
import type { WireEvent } from '../../client/wire/event.ts';
import { eventDay } from '../calendar/event.ts';
import { localDay } from '../local-time.ts';
import { recorded } from '../recorded.ts';
import { km } from '../si.ts';

/** The whole of a plan and the whole of what was done, side by side and never added. */
export function compareTotals(event: WireEvent, activity: WireActivity) {
  return {
    planned: recorded({
      event_id: event.id,
      name: event.name,
      date: eventDay(event),
      time_s: event.moving_time,
      load: event.icu_training_load,
      intensity_pct: event.icu_intensity,
    }),
    done: recorded({
      activity_id: activity.id,
      name: activity.name,
      date: localDay(activity.start_date_local),
      time_s: activity.moving_time,
      distance_km: km(activity.icu_distance ?? activity.distance),
      load: activity.icu_training_load,
      intensity_pct: activity.icu_intensity,
      of_planned_load_pct: activity.compliance,
      rpe_1to10: activity.icu_rpe,
    }),
  };
}
