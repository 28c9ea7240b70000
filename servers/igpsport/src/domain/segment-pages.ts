import type { WireList } from '@core/mcp-kit/http';
import type { SegmentPage } from '../client/index.ts';
import type { WireSegmentRow } from '../client/wire/segment.ts';

/** A page as iGPSport's own app asks for it. */
const ROWS = 20;
/** Two thousand segments: ends a list that never does. */
const MAX_PAGES = 100;

/** Every segment of a list, each once. The service does not count them: a short page is the end, or one with nothing new. */
export async function readSegments(
  page: (query: SegmentPage) => Promise<WireList<WireSegmentRow>>,
): Promise<WireList<WireSegmentRow>> {
  const found = new Map<string, WireSegmentRow>();
  let skipped = 0;
  let skippedBecause: string | undefined;
  for (let number = 1; number <= MAX_PAGES; number += 1) {
    const before = found.size;
    const read = await page({ page: number, rows: ROWS });
    for (const row of read.items) found.set(row.id, row);
    if (found.size > before || number === 1) skipped += read.skipped;
    skippedBecause ??= read.skippedBecause;
    if (found.size === before || read.items.length + read.skipped < ROWS) break;
  }
  return { items: [...found.values()], skipped, skippedBecause };
}
