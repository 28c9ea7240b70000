import { describe, expect, it } from 'vitest';
import { evenSeries } from './series.ts';

const power = (values: (number | null)[]) => [{ name: 'power_w', values }];

describe('a recording as even steps', () => {
  it('is the recording itself when it fits', () => {
    const even = evenSeries([0, 1, 2], power([100, 0, null]), { from: 0, to: 2, points: 200 });
    expect(even).toEqual({ start_s: 0, step_s: 1, points: 3, channels: { power_w: [100, 0, null] } });
  });

  it('takes the mean of what was recorded in a step, zeros included and gaps not', () => {
    const even = evenSeries([0, 1, 2, 3], power([100, 200, null, 0]), { from: 0, to: 3, points: 2 });
    expect(even.channels.power_w).toEqual([150, 0]);
  });

  it('leaves a pause empty, because the clock ran on without samples', () => {
    const even = evenSeries([0, 1, 4, 5], power([10, 10, 20, 20]), { from: 0, to: 5, points: 3 });
    expect(even).toMatchObject({ step_s: 2, channels: { power_w: [10, null, 20] } });
  });

  it('never averages distance or position', () => {
    const even = evenSeries([0, 1], [{ name: 'distance_km', values: [1, 2] }], { from: 0, to: 1, points: 1 });
    expect(even.channels.distance_km).toEqual([2]);
  });

  it('cuts out a window by seconds since the start', () => {
    const even = evenSeries([0, 1, 2, 3], power([1, 2, 3, 4]), { from: 1, to: 2, points: 10 });
    expect(even).toMatchObject({ start_s: 1, channels: { power_w: [2, 3] } });
  });
});
