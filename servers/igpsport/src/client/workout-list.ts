import type { ScopedHttp, WireList } from '@core/mcp-kit/http';
import { listWorkoutsCn, listWorkoutsIntl } from './endpoints/workouts.ts';
import type { Region } from './regions.ts';
import type { WireWorkoutRow } from './wire/workout.ts';

const MAX_PAGES = 100;

/** All workouts, page by page, until a page brings nothing new or the count is reached. */
export async function listWorkouts(http: ScopedHttp, region: Region): Promise<WireList<WireWorkoutRow>> {
  const [endpoint, size] = region.id === 'cn' ? ([listWorkoutsCn, 200] as const) : ([listWorkoutsIntl, 20] as const);
  const found = new Map<string, WireWorkoutRow>();
  let skipped = 0;
  let skippedBecause: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const { rows, total } = await http.send(endpoint, { page });
    const before = found.size;
    for (const row of rows.items) found.set(row.id, row);
    skipped += rows.skipped;
    skippedBecause ??= rows.skippedBecause;
    const given = rows.items.length + rows.skipped;
    if (found.size === before || given < size || (total !== null && found.size + skipped >= total)) break;
  }
  return { items: [...found.values()], skipped, skippedBecause };
}
