import type { Cell } from '@core/mcp-kit';
import type { WireActivityHit, WireActivityRow } from '../../client/wire/activity.ts';
import { localMinute } from '../local-time.ts';
import { km } from '../si.ts';

/** An activity in one line. Loads and powers are the platform's own. */
export function activityRow(activity: WireActivityRow): Record<string, Cell> {
  return {
    id: activity.id,
    start: localMinute(activity.start_date_local),
    sport: activity.type,
    name: activity.name,
    distance_km: km(activity.icu_distance ?? activity.distance),
    moving_time_s: activity.moving_time,
    elevation_gain_m: activity.total_elevation_gain,
    load: activity.icu_training_load,
    intensity_pct: activity.icu_intensity,
    average_power_w: activity.icu_average_watts,
    np_w: activity.icu_weighted_avg_watts,
    average_hr_bpm: activity.average_heartrate,
    rpe_1to10: activity.icu_rpe,
    feel_1to5_1_is_strong: activity.feel,
    race: activity.race === true ? true : null,
    planned_event_id: activity.paired_event_id,
  };
}

export const activityColumns = [
  'id',
  'start',
  'sport',
  'name',
  'distance_km',
  'moving_time_s',
  'elevation_gain_m',
  'load',
  'intensity_pct',
  'average_power_w',
  'np_w',
  'average_hr_bpm',
  'rpe_1to10',
  'feel_1to5_1_is_strong',
  'race',
  'planned_event_id',
];

/** What the search endpoint tells about an activity. */
export function hitRow(hit: WireActivityHit): Record<string, Cell> {
  return {
    id: hit.id,
    start: localMinute(hit.start_date_local),
    sport: hit.type,
    name: hit.name,
    distance_km: km(hit.distance),
    moving_time_s: hit.moving_time,
    race: hit.race === true ? true : null,
    tags: hit.tags.length > 0 ? hit.tags.join(', ') : null,
  };
}

export const hitColumns = ['id', 'start', 'sport', 'name', 'distance_km', 'moving_time_s', 'race', 'tags'];
