import { type MeanMaximalCurve, mergeCurves } from '@core/metrics/curves';
import type { StoredCurve } from './derivatives.ts';

/** The best mean over a duration, and the ride that it was in. */
export interface BestRow extends Record<string, string | number | null> {
  readonly duration_s: number;
  readonly value: number;
  readonly activity_id: string;
  readonly start_s: number;
}

/** The best of several rides at each duration that is asked for; without any, at all that are stored. */
export function bestOf(
  rides: readonly { readonly ride: string; readonly curve: StoredCurve }[],
  durations: readonly number[] | undefined,
): BestRow[] {
  const merged = mergeCurves(rides.map(({ curve }) => columns(curve))).value;
  if (merged === null) return [];
  return [...merged.durations].flatMap((seconds, k) => {
    if (durations !== undefined && !durations.includes(seconds)) return [];
    return [
      {
        duration_s: seconds,
        value: merged.values[k] ?? 0,
        activity_id: rides[merged.sources[k] ?? 0]?.ride ?? '',
        start_s: merged.starts[k] ?? 0,
      },
    ];
  });
}

function columns({ durations, values, starts }: StoredCurve): MeanMaximalCurve {
  return {
    durations: Int32Array.from(durations),
    values: Float64Array.from(values),
    starts: Int32Array.from(starts),
  };
}
