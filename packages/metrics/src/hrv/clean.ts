import type { Series } from '../samples/index.ts';

export interface CleaningRule {
  /**
   * Which beats are artefacts: further than `limit` from the median of all (`global`), from the median of the 11 beats
   * around (`local`, default), or none of 50 ms to 10 s (`none`).
   */
  readonly rule?: 'local' | 'global' | 'none';
  /** Share of the median, 0–1. Default 0.2. */
  readonly limit?: number;
}

const SHORTEST = 300;
const LONGEST = 2000;
/** Outside these is no beat at all, whatever the rule. */
const SHORTEST_EVER = 50;
const STOPPED = 10_000;
const AROUND = 5;

/** 1 for each beat that is kept, 0 for an artefact. Impossible intervals (< 300, > 2000 ms, no number) are never kept. */
export function keptBeats(rr: Series, { rule = 'local', limit = 0.2 }: CleaningRule = {}): Uint8Array {
  const kept = new Uint8Array(rr.length);
  if (rule === 'none') {
    for (let i = 0; i < rr.length; i++) kept[i] = rr[i]! >= SHORTEST_EVER && rr[i]! <= STOPPED ? 1 : 0;
    return kept;
  }
  const possible = (i: number) => rr[i]! >= SHORTEST && rr[i]! <= LONGEST;
  const whole = rule === 'global' ? medianOf(Array.from(rr).filter((_, i) => possible(i))) : 0;
  for (let i = 0; i < rr.length; i++) {
    if (!possible(i)) continue;
    const reference = rule === 'global' ? whole : medianOf(neighbours(rr, i, possible));
    kept[i] = Math.abs(rr[i]! - reference) <= limit * reference ? 1 : 0;
  }
  return kept;
}

function neighbours(rr: Series, i: number, possible: (i: number) => boolean): number[] {
  const around: number[] = [];
  for (let j = Math.max(0, i - AROUND); j <= Math.min(rr.length - 1, i + AROUND); j++)
    if (possible(j)) around.push(rr[j]!);
  return around;
}

/** Median; `NaN` of nothing. */
export function medianOf(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
