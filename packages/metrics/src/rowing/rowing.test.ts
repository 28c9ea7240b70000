import { describe, expect, it } from 'vitest';
import { rowingPace, rowingPower } from './index.ts';

describe('rowing ergometer', () => {
  it.each([
    [120, 202.5],
    [105, 302.3],
    [90, 480.1],
  ])('makes of %d s per 500 m the %d W that Concept2 prints', (pace, watts) => {
    expect(rowingPower(pace).value).toBeCloseTo(watts, 1);
    expect(rowingPace(rowingPower(pace).value!).value).toBeCloseTo(pace, 10);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (given) => {
    expect(rowingPower(given)).toMatchObject({ value: null, reason: 'bad_input' });
    expect(rowingPace(given)).toMatchObject({ value: null, reason: 'bad_input' });
  });
});
