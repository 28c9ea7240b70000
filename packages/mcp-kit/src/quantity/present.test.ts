import { describe, expect, it } from 'vitest';
import { present, presentedName } from './present.ts';

describe('an answer in the account’s units', () => {
  it('rounds each quantity to what its unit can bear', () => {
    expect(present({ distance_km: 42.19512, power_w: 251.6, pace_s_per_km: 269.51, ctl: 61.2388 }, 'metric')).toEqual({
      distance_km: 42.2,
      power_w: 252,
      pace_s_per_km: 270,
      ctl: 61.2,
    });
  });

  it('gives an imperial account miles, feet, pounds and °F under names that say so', () => {
    const answer = { distance_km: 1.609344, elevation_gain_m: 30.48, weight_kg: 0.45359237, temperature_c: 100 };
    expect(present(answer, 'imperial')).toEqual({
      distance_mi: 1,
      elevation_gain_ft: 100,
      weight_lb: 1,
      temperature_f: 212,
    });
  });

  it('converts a pace by its own distance, and leaves watts per kilogram alone', () => {
    expect(present({ pace_s_per_km: 300, pace_s_per_100m: 100, best_w_per_kg: 4.256 }, 'imperial')).toEqual({
      pace_s_per_mi: 483,
      pace_s_per_100yd: 91.4,
      best_w_per_kg: 4.26,
    });
  });

  it('converts tables by column, and keeps 0 and null apart', () => {
    const table = {
      columns: ['id', 'distance_km', 'elevation_gain_m'],
      rows: [
        ['a', 0, null],
        ['b', 10, 12.4],
      ],
    };
    expect(present({ days: 2, ...table }, 'imperial')).toEqual({
      days: 2,
      columns: ['id', 'distance_mi', 'elevation_gain_ft'],
      rows: [
        ['a', 0, null],
        ['b', 6.21, 41],
      ],
    });
  });

  it('converts series by the name they stand under', () => {
    expect(present({ channels: { altitude_m: [0, null, 3.048] } }, 'imperial')).toEqual({
      channels: { altitude_ft: [0, null, 10] },
    });
  });

  it('names a quantity as it will be shown', () => {
    expect(presentedName('distance_km', 'imperial')).toBe('distance_mi');
    expect(presentedName('power_w', 'imperial')).toBe('power_w');
  });
});
