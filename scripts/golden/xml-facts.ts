import type { Activity } from '@core/activity-files';
import type { Golden } from './constants.ts';

/** Counts of the elements of a TCX or GPX file, beside what was read of it. */
export function xmlFacts(text: string, activity: Activity): Golden {
  const count = (...names: string[]) =>
    text.match(new RegExp(`<(?:[\\w-]+:)?(?:${names.join('|')})[\\s>/]`, 'g'))?.length ?? 0;
  return {
    points: activity.cleaning.records,
    laps: activity.laps.length,
    tracks: count('trk', 'Track'),
    segments: count('trkseg'),
    waypoints: count('wpt'),
    routes: count('rte'),
    points_without_time: activity.cleaning.withoutTime,
  };
}
