import { totals } from '@core/metrics/samples';
import type { Golden } from './constants.ts';

interface Pair {
  readonly recorded: Float64Array;
  readonly timed: Float64Array;
}

export function altitudeBlock(altitude: Pair | undefined): Golden {
  if (altitude === undefined) return undefined;
  const { min, max } = totals(altitude.recorded);
  return { min, max };
}

/** Seconds above the threshold of the file, without debounce. */
export function movingBlock(speed: Float64Array): Golden {
  const { count, max } = totals(speed);
  return {
    threshold_m_s: 0.5,
    seconds_with_speed: count,
    max_speed: max,
    moving_s: speed.filter((v) => v > 0.5).length,
  };
}
