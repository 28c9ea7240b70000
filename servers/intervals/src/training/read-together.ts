import { setImmediate } from 'node:timers/promises';
import { partOf } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import type { WireActivity } from '../client/wire/activity.ts';
import type { Owner } from '../domain/activity/owner.ts';
import { readableActivity } from '../domain/activity/readable.ts';

/** Most ids in one address. */
const MOST = 50;

/**
 * Reads activities by id; those of one athlete that are wanted at the same moment come in one request.
 *
 * @throws Failure as {@link readableActivity}, for each on its own.
 */
export function readTogether(port: IntervalsPort): (who: Owner, id: string) => Promise<WireActivity> {
  let wanted: Set<string> | undefined;
  let asked: Promise<void> | undefined;
  return async (who, id) => {
    if (wanted === undefined) {
      const ids = new Set<string>();
      wanted = ids;
      asked = setImmediate().then(async () => {
        wanted = undefined;
        await askFor(port, who, [...ids]);
      });
    }
    wanted.add(id);
    await asked;
    return readableActivity(port, id, who);
  };
}

/** What this brings is known afterwards by its id. What it leaves out, or a refusal, is told by asking for the one. */
async function askFor(port: IntervalsPort, { id: owner }: Owner, ids: readonly string[]): Promise<void> {
  if (ids.length < 2 || ids.length > MOST) return;
  await partOf(port.activities.getSeveral({ owner, activities: ids }));
}
