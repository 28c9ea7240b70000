import { addDays, type FailureKind, outcomeOf } from '@core/mcp-kit';
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

/** Failures that say there are no seconds, and nothing of the activity itself. */
const withoutSeconds: ReadonlySet<FailureKind> = new Set(['not_found', 'blocked', 'contract']);

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
    outcomeOf(source.get(who, id)),
    outcomeOf(source.recording(who, id, { laps: false }).then((recording) => open(id, recording))),
  ]);
  if (activity.failure === undefined) {
    if (opened.failure === undefined) return { activity: activity.value, opened: opened.value, without: null };
    if (!withoutSeconds.has(opened.failure.kind)) throw opened.failure;
    return { activity: activity.value, opened: null, without: opened.failure.message };
  }
  if (activity.failure.kind !== 'blocked' || day === null) throw activity.failure;
  const { items } = await source.list(who, { oldest: addDays(day, -1), newest: addDays(day, 1) });
  const line = items.find((each) => each.id === id);
  if (line === undefined) throw activity.failure;
  return { activity: line, opened: null, without: line.hidden ?? activity.failure.message };
}
