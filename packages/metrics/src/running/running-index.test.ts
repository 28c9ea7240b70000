import { describe, expect, it } from 'vitest';
import { runningIndex } from './index.ts';

describe('running index', () => {
  const input = { distance: 10_000, seconds: 3000, heartRate: 171, maxHeartRate: 190 };

  it('is the speed part alone when the heart rate is at 90 % or more', () => {
    expect(runningIndex(input).value).toBeCloseTo((213.9 / 50) * 10 ** 1.06 + 3.5, 9);
    expect(runningIndex({ ...input, heartRate: 133 }).value).toBeCloseTo(((213.9 / 50) * 10 ** 1.06 + 3.5) / 0.715, 9);
  });

  it.each([
    [{ seconds: 719 }, 'too_short'],
    [{ heartRate: 191 }, 'bad_input'],
    [{ heartRate: 30 }, 'undefined_ratio'],
    [{ distance: 0 }, 'bad_input'],
    [{ maxHeartRate: Number.NaN }, 'bad_input'],
  ])('refuses %j', (change, reason) => {
    expect(runningIndex({ ...input, ...change })).toMatchObject({ value: null, reason });
  });
});
