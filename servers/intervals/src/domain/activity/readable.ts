import { Failure } from '@core/mcp-kit';
import type { IntervalsPort } from '../../client/index.ts';
import type { WireActivity } from '../../client/wire/activity.ts';
import { HIDDEN_REASON, isHidden } from './hidden.ts';
import { type Owner, requireOwner } from './owner.ts';

/**
 * The activity behind an id, if it is this athlete's and the platform shows it; `toChange` reads it past any cache.
 *
 * @throws Failure `bad_input` when it is somebody else's, `blocked` when it came from Strava.
 */
export async function readableActivity(
  { activities }: IntervalsPort,
  id: string,
  athlete: Owner,
  { toChange = false } = {},
): Promise<WireActivity> {
  const activity = await (toChange ? activities.getToChange : activities.get)({ activity: id });
  requireOwner(activity, athlete);
  if (isHidden(activity)) {
    throw new Failure('blocked', `Activity ${id} is ${HIDDEN_REASON}`, {
      next: 'tell the user how to make it readable, or use another activity',
    });
  }
  return activity;
}
