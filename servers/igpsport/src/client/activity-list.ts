import type { ScopedHttp, WireList } from '@core/mcp-kit/http';
import { listActivityPage, PAGE_ROWS } from './endpoints/activities.ts';
import type { ActivityList, ActivityWindow } from './index.ts';
import type { Region } from './regions.ts';
import type { WireActivityPage, WireActivityRow } from './wire/activity.ts';

/** More pages than anybody has: ends a list that never does. */
const MAX_PAGES = 1_000;

/**
 * Follows the pages of a window. The service gives 20 rows a page at most, may repeat the last one for ever, and where it
 * counts its pages the rest are asked for together.
 */
export async function listActivities(http: ScopedHttp, region: Region, window: ActivityWindow): Promise<ActivityList> {
  const { oldest, newest, limit = Number.POSITIVE_INFINITY } = window;
  const page = (number: number): Promise<WireActivityPage> =>
    http.send(listActivityPage, { page: number, oldest, newest, sortType: region.sortType });
  const found = collector(window);
  const first = await page(1);
  const filtered = found.add(first);
  const pages = first.totalPage;
  if (pages !== null && filtered) {
    const wanted = Math.min(pages, Math.ceil(limit / PAGE_ROWS), MAX_PAGES);
    const rest = await Promise.all(Array.from({ length: Math.max(0, wanted - 1) }, (_, index) => page(index + 2)));
    for (const each of rest) found.add(each);
    return found.result(first.totalRows, wanted < pages, limit);
  }
  for (let number = 2; number <= Math.min(pages ?? MAX_PAGES, MAX_PAGES); number += 1) {
    if (found.count() >= limit || found.isPast()) break;
    const before = found.seen();
    found.add(await page(number));
    if (found.seen() === before) break;
  }
  return found.result(filtered ? first.totalRows : null, found.count() > limit, limit);
}

function collector({ oldest = '', newest = '9999' }: ActivityWindow) {
  const rows = new Map<string, WireActivityRow>();
  const seen = new Set<string>();
  let skipped = 0;
  let skippedBecause: string | undefined;
  let past = false;
  const inside = ({ startTime }: WireActivityRow): boolean => {
    // A row without a day cannot be shown to be outside.
    const day = startTime?.slice(0, 10);
    return day === undefined || (day >= oldest && day <= newest);
  };
  return {
    /** Takes in a page; `false` when it holds rows that were not asked for: the region ignores the filter. */
    add: ({ rows: page }: WireActivityPage): boolean => {
      const before = seen.size;
      for (const row of page.items) {
        seen.add(row.rideId);
        if (inside(row)) rows.set(row.rideId, row);
      }
      // A page that comes again brings its unreadable rows again.
      if (seen.size > before) skipped += page.skipped;
      skippedBecause ??= page.skippedBecause;
      const last = page.items.at(-1)?.startTime;
      past ||= page.items.length === 0 || (typeof last === 'string' && last.slice(0, 10) < oldest);
      return page.items.every(inside);
    },
    count: () => rows.size,
    seen: () => seen.size,
    isPast: () => past,
    result: (total: number | null, more: boolean, limit: number): ActivityList => {
      const items = [...rows.values()];
      const shown: WireList<WireActivityRow> = { items: items.slice(0, limit), skipped, skippedBecause };
      return { ...shown, total, more: more || items.length > limit };
    },
  };
}
