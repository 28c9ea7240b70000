import type { DetectedInterval } from './intervals.ts';

/** Intervals of like length and effort. */
export interface IntervalSet {
  /** "5 × 4 min", "20 × 15 s", "1 × 20 min". */
  readonly label: string;
  /** Indexes into the intervals. */
  readonly members: readonly number[];
  /** Median length, s. */
  readonly seconds: number;
  /** Mean effort over all members. */
  readonly average: number;
}

/** Groups intervals whose length is within 20 % (or 5 s) and whose effort is within 12 % of a group's first. */
export function setsOf(intervals: readonly DetectedInterval[]): IntervalSet[] {
  const groups: number[][] = [];
  intervals.forEach((interval, i) => {
    const fitting = groups.find((group) => alike(intervals[group[0]!]!, interval));
    if (fitting === undefined) groups.push([i]);
    else fitting.push(i);
  });
  return groups.map((members) => {
    const lengths = members.map((i) => intervals[i]!.seconds).sort((a, b) => a - b);
    const seconds = lengths[lengths.length >> 1]!;
    const total = lengths.reduce((sum, s) => sum + s, 0);
    const average = members.reduce((sum, i) => sum + intervals[i]!.average * intervals[i]!.seconds, 0) / total;
    return { label: `${members.length} × ${lengthOf(seconds)}`, members, seconds, average };
  });
}

function alike(a: DetectedInterval, b: DetectedInterval): boolean {
  const lengths = Math.abs(a.seconds - b.seconds) <= Math.max(5, 0.2 * a.seconds);
  return lengths && Math.abs(a.average - b.average) <= 0.12 * a.average;
}

/** A length as people say it: whole seconds under 90 s in steps of 5 from 30 s, then minutes in steps of 15 s. */
function lengthOf(seconds: number): string {
  if (seconds < 30) return `${seconds} s`;
  const rounded = seconds < 90 ? 5 * Math.round(seconds / 5) : 15 * Math.round(seconds / 15);
  if (rounded < 90 && rounded !== 60) return `${rounded} s`;
  const rest = rounded % 60;
  return `${Math.floor(rounded / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`} min`;
}
