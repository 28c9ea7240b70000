import { describe, expect, it } from 'vitest';
import { changedWellness, metricValues, wellnessPatch } from './patch.ts';

describe('wellness that somebody enters', () => {
  it('goes out under the wire’s names, and nothing else goes out', () => {
    expect(wellnessPatch({ weight_kg: 70.4, sleep_s: 27_000, comments: 'ok' })).toEqual({
      weight: 70.4,
      sleepSecs: 27_000,
      comments: 'ok',
    });
  });

  it('takes pounds from an account that reads pounds', () => {
    expect(metricValues({ weight_lb: 154, steps: 1 })).toEqual({ weight_kg: 69.85, steps: 1 });
  });

  it('takes 0 where a scale has it, and a number sent as text', () => {
    expect(wellnessPatch({ soreness_0to4_0_is_none: 0, mood_1to4_1_is_best: '1' })).toEqual({ soreness: 0, mood: 1 });
  });

  it.each([
    [{ mood_1to4_1_is_best: 0 }, 'from 1 to 4'],
    [{ soreness_0to4_0_is_none: 2.5 }, 'a whole number'],
    [{ feel: 3 }, 'is not a wellness value'],
    [{}, 'No value is given'],
  ])('refuses %j', (values, message) => {
    expect(() => wellnessPatch(values as Record<string, number>)).toThrow(message);
  });

  it('does not take a 32-bit echo of a value for another value', () => {
    expect(changedWellness({ weight_kg: 69.849998 }, { weight_kg: 69.85 })).toEqual([]);
  });

  it('shows only what really changes', () => {
    expect(changedWellness({ weight_kg: 70.4, sleep_s: null }, { weight_kg: 70.4, sleep_s: 1 })).toEqual([
      { field: 'sleep_s', before: null, after: 1 },
    ]);
  });
});
