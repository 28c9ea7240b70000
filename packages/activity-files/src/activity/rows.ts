import type { RowRange } from './model.ts';

/**
 * Which samples belong to each of several sessions or laps over one record stream: a sample belongs to the last one that
 * had begun, if it is inside [start, start + elapsed]. Sessions may be written in any order, before or after the records.
 */
export function assignRows(
  spans: readonly { readonly startMs: number | null; readonly elapsedS: number | null }[],
  originMs: number,
  time: Float64Array,
): RowRange[] {
  const order = spans
    .map((span, i) => ({ i, from: ((span.startMs ?? Number.NaN) - originMs) / 1000, elapsed: span.elapsedS }))
    .filter(({ from }) => !Number.isNaN(from))
    .sort((a, b) => a.from - b.from || a.i - b.i);
  const ranges: RowRange[] = spans.map(() => ({ from: 0, to: 0 }));
  for (const [k, { i, from, elapsed }] of order.entries()) {
    const next = order[k + 1]?.from ?? Number.POSITIVE_INFINITY;
    const end = elapsed === null ? Number.POSITIVE_INFINITY : from + Math.ceil(elapsed);
    const first = lowerBound(time, from);
    ranges[i] = { from: first, to: Math.max(first, Math.min(lowerBound(time, next), lowerBound(time, end + 0.5))) };
  }
  return ranges;
}

/** The first index whose time is not before `at`. */
export function lowerBound(time: Float64Array, at: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((time[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
