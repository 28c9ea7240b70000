import type { WireActivityRow } from '../../client/wire/activity.ts';

/**
 * Whether Intervals.icu holds this activity back: what came from Strava is five keys over the API, by Strava's terms.
 * Rows that reached Strava through another service may have no `source`; they have neither sport nor name.
 */
export function isHidden(activity: Pick<WireActivityRow, '_note' | 'source' | 'type' | 'name'>): boolean {
  if (activity._note !== null) return true;
  return activity.type === null && activity.name === null;
}

export const HIDDEN_REASON =
  'synced from Strava, which does not let Intervals.icu share it over its API; it still counts in CTL and ATL. ' +
  'Connecting the device brand to Intervals.icu directly, or uploading the original file there, makes it readable';

/** The sentence under a list that had hidden rows; nothing without them. */
export function hiddenNotes(count: number): string[] {
  if (count === 0) return [];
  return [`${count} ${count === 1 ? 'activity is' : 'activities are'} not shown: ${HIDDEN_REASON}.`];
}
