import type { Lap } from '../ports/index.ts';

/** A lap as a device wrote it into a file. */
export interface WrittenLap {
  /** Epoch milliseconds; `null`: right after the one before. */
  readonly startMs: number | null;
  readonly elapsedS: number | null;
  /** Without timer pauses. */
  readonly timerS: number | null;
}

/** Laps of a file on the seconds of its recording, in order and without overlap; those of no length are left out. */
export function deviceLaps(laps: readonly WrittenLap[], startMs: number | null, seconds: number): Lap[] {
  let from = 0;
  return laps.flatMap((lap) => {
    const fromS =
      lap.startMs === null || startMs === null ? from : Math.max(from, Math.round((lap.startMs - startMs) / 1000));
    const toS = Math.min(fromS + Math.round(lap.elapsedS ?? lap.timerS ?? 0), seconds);
    if (toS <= fromS) return [];
    from = toS;
    return [{ fromS, toS, label: null }];
  });
}
