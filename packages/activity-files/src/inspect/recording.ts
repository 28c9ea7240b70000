import type { Samples } from '@core/metrics/samples';

/** A stretch without samples although the timer ran. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** How the samples are spaced. */
export interface Recording {
  /** Most common distance between samples, seconds. */
  readonly usualStepS: number;
  /** Share of steps with that distance, 0–1. */
  readonly regularity: number;
  readonly gaps: readonly Gap[];
}

const shortestGapS = 10;

/**
 * Spacing and gaps. A gap is a step of more than 10 s and more than five usual steps that no timer pause explains: lost
 * signal, or a device that records only what changes.
 */
export function recordingOf({ time, pauses }: Samples): Recording {
  const counts = new Map<number, number>();
  for (let i = 1; i < time.length; i++) {
    const step = Math.round(((time[i] as number) - (time[i - 1] as number)) * 10) / 10;
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [usualStepS, count] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0]);
  const gaps: Gap[] = [];
  for (let i = 1; i < time.length; i++) {
    const from = time[i - 1] as number;
    const to = time[i] as number;
    if (to - from <= Math.max(shortestGapS, 5 * usualStepS)) continue;
    const explained = pauses.some(
      (pause) => pause.from < to && pause.to > from && pause.to - pause.from >= (to - from) / 2,
    );
    if (!explained) gaps.push({ from, to });
  }
  return { usualStepS, regularity: time.length < 2 ? 1 : count / (time.length - 1), gaps };
}
