import { describe, expect, it } from 'vitest';
import { speedOfPace } from './pace.ts';

describe('a threshold pace', () => {
  it.each([
    ['4:10/km', 1000, 4],
    ['4:10', 1000, 4],
    ['1:40', 100, 1],
    ['1:40/100m', 1000, 1],
    ['6:40/400m', 1000, 1],
    ['7:00 / mi', 1000, 1609.344 / 420],
    ['1:31.44/100yd', 100, 1],
  ])('%s is read as m/s', (text, per, speed) => {
    expect(speedOfPace(text, per)).toBeCloseTo(speed, 9);
  });

  it.each(['4.10', '4:70/km', 'fast', '4:10/parsec', '0:00/km'])('%s is refused with forms that work', (text) => {
    expect(() => speedOfPace(text, 1000)).toThrow('is not a pace');
  });
});
