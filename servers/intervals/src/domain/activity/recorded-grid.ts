import { Failure } from '@core/mcp-kit';
import { type ChannelName, type Grid, resample } from '@core/metrics/samples';
import type { Recording } from '@core/training-tools';

/** A recording at 1 Hz and the second at which it begins. */
export interface RecordedGrid {
  readonly grid: Grid;
  readonly first: number;
}

/**
 * A recording laid on whole seconds, held against the channels that a tool needs.
 *
 * @throws Failure `not_found` that names the channel that was not recorded.
 */
export function recordedGrid({ samples }: Recording, needed: readonly ChannelName[], next: string): RecordedGrid {
  const { value, ...refused } = resample(samples);
  if (value === null) {
    const detail = 'detail' in refused ? refused.detail : 'the samples cannot be read';
    throw new Failure('not_found', `Nothing to measure: ${detail}`, { next });
  }
  for (const name of needed) {
    if (value.channels[name]?.some(Number.isFinite) === true) continue;
    throw new Failure('not_found', `The activity has no ${name.replace('_', ' ')} recorded`, { next });
  }
  return { grid: value, first: Math.floor(samples.time[0] ?? 0) };
}
