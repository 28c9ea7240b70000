import { recorded } from '../answer/notes.ts';
import type { Activity } from '../ports/index.ts';

/** The sessions that asked most, newest first: the hardest by load and the most intense of at least half an hour. */
export function keySessions(activities: readonly Activity[], count: number): Activity[] {
  const seen = activities.filter(({ hidden }) => hidden === null);
  const byLoad = [...seen].sort((a, b) => (b.load?.points ?? 0) - (a.load?.points ?? 0)).slice(0, count);
  const byIntensity = [...seen]
    .filter(({ movingS, intensity }) => (movingS ?? 0) >= 1800 && intensity !== null)
    .sort((a, b) => b.intensity! - a.intensity!)
    .slice(0, count);
  return [...new Set([...byLoad, ...byIntensity])].sort((a, b) => b.start.localeCompare(a.start));
}

/** A session in a line, without what was not recorded. */
export function keySessionLine(activity: Activity): Record<string, unknown> {
  return recorded({
    activity_id: activity.id,
    date: activity.day,
    name: activity.name,
    sport: activity.sport,
    moving_time_s: activity.movingS,
    load: activity.load?.points,
    intensity_factor: activity.intensity === null ? null : Math.round(activity.intensity * 100) / 100,
    race: activity.race ? true : null,
  });
}
