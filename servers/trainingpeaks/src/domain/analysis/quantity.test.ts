import { describe, expect, it } from 'vitest';
import { plainName, quantityOf } from './quantity.ts';

describe('a quantity of the analysis service', () => {
  it.each([
    ['AverageHeartRate', 'average_hr'],
    ['MaximumSpeed', 'max_speed'],
    ['TotalElapsedTime', 'elapsed_time'],
    ['NormalizedPower', 'np'],
    ['hrTSS', 'hr_tss'],
  ])('%s is named %s', (key, name) => {
    expect(plainName(key)).toBe(name);
  });

  it.each([
    ['Speed', 'mph', 10, 'speed_km_h', 16.09344],
    ['TotalDistance', 'mi', 1, 'distance_km', 1.609344],
    ['Altitude', 'ft', 100, 'altitude_m', 30.48],
    ['Temperature', '°F', 50, 'temperature_c', 10],
    ['TotalElapsedTime', 'h:m:s', 3725, 'elapsed_time_s', 3725],
    ['Power', 'W', 200, 'power_w', 200],
  ])('%s in %s becomes ours', (key, unit, value, name, ours) => {
    const quantity = quantityOf(key, unit);
    expect(quantity.name).toBe(name);
    expect(quantity.convert(value)).toBeCloseTo(ours, 6);
  });

  it('keeps a unit that nobody has described in the name, and the number as it came', () => {
    const { name, convert } = quantityOf('Sweat', 'mL/h');
    expect([name, convert(3)]).toEqual(['sweat_m_l_h', 3]);
  });
});
