import { addDays, isFailure } from '@core/mcp-kit';
import type { Activity, ActivitySource, Who } from '../ports/index.ts';
import { type Opened, open } from '../recording/opened.ts';

/** An activity as the platform shows it. */
export interface PlatformSide {
  readonly activity: Activity;
  /** `null`: the platform has no seconds of it, or shows none. */
  readonly opened: Opened | null;
  /** Why there are no seconds, in plain words. */
  readonly without: string | null;
}

/**
 * The activity and its seconds. One that the platform holds back is taken from the list of its day, which still has a line.
 *
 * @param day the local day of the file, to find such a line by
 * @throws Failure as the port's; the platform's own when there is not even a line.
 */
export async function platformSide(
  source: ActivitySource,
  who: Who,
  id: string,
  day: string | null,
): Promise<PlatformSide> {
  const [activity, opened] = await Promise.all([
    source.get(who, id).catch((failure: unknown) => failure),
    source
      .recording(who, id, { laps: false })
      .then((recording) => open(id, recording))
      .catch((failure: unknown) => failure),
  ]);
  if (!(activity instanceof Error)) {
    if (!(opened instanceof Error)) return { activity: activity as Activity, opened: opened as Opened, without: null };
    if (!isFailure(opened) || !['not_found', 'blocked', 'contract'].includes(opened.kind)) throw opened;
    return { activity: activity as Activity, opened: null, without: opened.message };
  }
  if (!isFailure(activity) || activity.kind !== 'blocked' || day === null) throw activity;
  const { items } = await source.list(who, { oldest: addDays(day, -1), newest: addDays(day, 1) });
  const line = items.find((each) => each.id === id);
  if (line === undefined) throw activity;
  return { activity: line, opened: null, without: line.hidden ?? activity.message };
}
