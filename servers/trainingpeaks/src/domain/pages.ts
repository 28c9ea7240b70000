import { addDays, earlierOf, type Window } from '@core/mcp-kit';
import type { WireList } from '@core/mcp-kit/http';

/** Longest window that a list of the service is asked for at once, both days counted. */
export const PAGE_DAYS = 90;

/** A window cut into windows of at most {@link PAGE_DAYS} days, in order. */
export function pagesOf({ oldest, newest }: Window): Window[] {
  const pages: Window[] = [];
  for (let from = oldest; from <= newest; from = addDays(from, PAGE_DAYS)) {
    pages.push({ oldest: from, newest: earlierOf(addDays(from, PAGE_DAYS - 1), newest) });
  }
  return pages;
}

/**
 * A list over a window of any length, read page by page. What spans a border comes on both pages and is kept once.
 *
 * @param idOf what makes two rows the same row; `null` for rows that have nothing of the kind, which are all kept.
 */
export function readPages<Row>(
  window: Window,
  read: (page: Window) => Promise<WireList<Row>>,
  idOf: (row: Row) => string | null,
): Promise<WireList<Row>> {
  return readEvery(pagesOf(window), read, idOf);
}

/** The same over pages that the caller has cut. */
export async function readEvery<Row>(
  windows: readonly Window[],
  read: (page: Window) => Promise<WireList<Row>>,
  idOf: (row: Row) => string | null,
): Promise<WireList<Row>> {
  const pages = await Promise.all(windows.map(read));
  const seen = new Set<string>();
  const items = pages
    .flatMap(({ items }) => items)
    .filter((row) => {
      const id = idOf(row);
      if (id === null) return true;
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
  return {
    items,
    skipped: pages.reduce((sum, { skipped }) => sum + skipped, 0),
    skippedBecause: pages.find(({ skippedBecause }) => skippedBecause !== undefined)?.skippedBecause,
  };
}
