import { Failure } from '@core/mcp-kit';
import { type Grid, removePowerSpikes, resample } from '@core/metrics/samples';
import type { Recording } from '../ports/index.ts';

/** A recording at 1 Hz, impossible watts removed. */
export interface Opened {
  readonly grid: Grid;
  readonly spikes: number;
  readonly laps: Recording['laps'];
  readonly lapSource: Recording['lapSource'];
  readonly damage: Recording['damage'];
}

/**
 * Puts a recording on whole seconds.
 *
 * @throws Failure `contract` when it holds no samples.
 */
export function open(id: string, { samples, laps, lapSource, damage }: Recording): Opened {
  const grid = resample(samples);
  if (grid.value === null) {
    throw new Failure('contract', `Activity ${id} has no samples that can be read: ${grid.detail}`, {
      next: 'use its totals, or another activity',
    });
  }
  const { power } = grid.value.channels;
  if (power === undefined) return { grid: grid.value, spikes: 0, laps, lapSource, damage };
  const clean = removePowerSpikes(power);
  const channels = { ...grid.value.channels, power: clean.power };
  return { grid: { ...grid.value, channels }, spikes: clean.removed, laps, lapSource, damage };
}
