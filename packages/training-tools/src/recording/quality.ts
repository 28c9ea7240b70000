import { dataQuality } from '@core/metrics/samples';
import type { Opened } from './opened.ts';

/** What a reader should know of a recording before trusting its numbers, one sentence each. */
export function flaws({ grid, spikes, damage }: Opened): string[] {
  return [
    ...dataQuality(grid).flags.map(({ detail }) => sentence(detail)),
    ...(spikes > 0 ? [`${spikes} s of impossible power were dropped.`] : []),
    ...(damage.length > 0 ? [`The file is damaged (${damage.join(', ')}); what it lost is missing.`] : []),
  ];
}

/** Share of the running seconds with a value, by channel, %. */
export function channelCoverage({ grid }: Opened): Record<string, unknown> {
  const { seconds, pausedSeconds, dropoutSeconds, channels } = dataQuality(grid);
  return {
    recorded_s: seconds,
    paused_s: pausedSeconds,
    dropout_s: dropoutSeconds,
    ...Object.fromEntries(Object.entries(channels).map(([name, { coverage }]) => [`${name}_pct`, 100 * coverage])),
  };
}

/** A phrase with a capital and a full stop; one that ends in a stop keeps it. */
export function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
