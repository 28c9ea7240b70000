import { fitnessConvention } from '@core/metrics/load';
import type { LoadHistory } from '../ports/index.ts';
import type { OwnFitness } from './fitness.ts';

/** How CTL, ATL and form of an answer were made, in one sentence. */
export function howMade({ convention }: LoadHistory, { seed }: OwnFitness, platform: string): string {
  const { ctlDays, atlDays, recursion, form } = fitnessConvention(convention);
  const share = recursion === 'exponential' ? '1 − e^(−1/τ)' : '1/τ';
  const evening = form === 'same_day' ? 'of the same evening' : 'of the evening before';
  const whose = seed === 'platform' ? `by ${platform}, checked by ours from its daily loads` : 'ours';
  const start = {
    platform: '',
    own: ', from a longer history that every answer shares',
    mean: ', from the mean load of the first 42 days',
    zero: ', from 0',
  }[seed];
  return `CTL ${ctlDays} d, ATL ${atlDays} d, ${share}, ${whose}${start}; form = CTL − ATL ${evening}; ramp = CTL − CTL 7 days ago.`;
}
