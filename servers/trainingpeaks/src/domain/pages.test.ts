import { describe, expect, it } from 'vitest';
import { pagesOf, readPages } from './pages.ts';

describe('a window longer than the service gives at once', () => {
  it('is cut into windows of at most 90 days that touch and do not overlap', () => {
    expect(pagesOf({ oldest: '2026-01-01', newest: '2026-07-01' })).toEqual([
      { oldest: '2026-01-01', newest: '2026-03-31' },
      { oldest: '2026-04-01', newest: '2026-06-29' },
      { oldest: '2026-06-30', newest: '2026-07-01' },
    ]);
    expect(pagesOf({ oldest: '2026-01-01', newest: '2026-01-01' })).toHaveLength(1);
  });

  it('gives what spans a border once, and counts what could not be read on every page', async () => {
    const window = { oldest: '2026-01-01', newest: '2026-06-01' };
    const read = async () => ({ items: ['spans', null], skipped: 1, skippedBecause: 'id' });
    const all = await readPages(window, read, (row) => row);
    expect(all).toEqual({ items: ['spans', null, null], skipped: 2, skippedBecause: 'id' });
  });
});
