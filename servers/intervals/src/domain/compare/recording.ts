import type { WireInterval } from '../../client/wire/interval.ts';

/** A part of an activity in half-open seconds. */
export interface LabelledStretch {
  readonly from: number;
  readonly to: number;
  readonly label: string | null;
}

/** Stretches that the platform cut the activity into, as whole seconds in order; those that overlap are left out. */
export function stretchesOf(intervals: readonly WireInterval[], seconds: number): LabelledStretch[] {
  const found: LabelledStretch[] = [];
  for (const { start_time: from, end_time: end, label } of intervals) {
    if (from === null || end === null) continue;
    const to = Math.min(Math.round(end), seconds);
    const start = Math.round(from);
    if (start >= (found.at(-1)?.to ?? 0) && to > start) found.push({ from: start, to, label });
  }
  return found;
}
