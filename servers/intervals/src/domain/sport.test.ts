import { describe, expect, it } from 'vitest';
import { speedOf } from './sport.ts';

describe('how fast, in the unit of the sport', () => {
  it.each([
    ['Run', 1000 / 270, { pace_s_per_km: 270 }],
    ['Swim', 4, { pace_s_per_100m: 25 }],
    ['Rowing', 5, { pace_s_per_500m: 100 }],
    ['Ride', 10, { speed_km_h: 36 }],
    [null, 10, { speed_km_h: 36 }],
  ])('%s', (sport, speed, expected) => {
    const [[name, value]] = Object.entries(speedOf(sport, speed)) as [[string, number]];
    expect({ [name]: Math.round(value * 1000) / 1000 }).toEqual(expected);
  });

  it('has no pace for somebody who stands still, and none where nothing was recorded', () => {
    expect(speedOf('Run', 0)).toEqual({ pace_s_per_km: null });
    expect(speedOf('Ride', 0)).toEqual({ speed_km_h: 0 });
    expect(speedOf('Ride', null)).toEqual({ speed_km_h: null });
  });
});
