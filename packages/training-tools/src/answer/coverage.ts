import type { Activity, Found, LoadHistory } from '../ports/index.ts';

/** What a load rests on. `days` are those of the range; the rest are activities, of which `with_load` have one. */
export function loadCoverage(days: LoadHistory['days'], { items, skipped }: Found<Activity>) {
  const rated = items.filter(({ load }) => load !== null);
  return {
    days: days.length,
    days_trained: days.filter(({ load }) => load !== 0).length,
    days_unknown: days.filter(({ load }) => load === null).length,
    activities: items.length,
    with_load: rated.length,
    estimated: rated.filter(({ load }) => load?.estimated === true).length,
    skipped: { ...withoutLoad(items), ...skipped },
  };
}

/** Activities without a load by why: what the platform hides, and what has nothing to rate it by. */
function withoutLoad(items: readonly Activity[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { load, hidden } of items) {
    if (load !== null) continue;
    const reason = hidden ?? 'no load';
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}
