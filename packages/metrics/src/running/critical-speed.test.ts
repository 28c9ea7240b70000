import { describe, expect, it } from 'vitest';
import { criticalSpeed } from './index.ts';

describe('critical speed', () => {
  it('is exact on trials that follow the model', () => {
    const trials = [180, 400, 900].map((seconds) => ({ seconds, distance: 4.2 * seconds + 210 }));
    expect(criticalSpeed(trials)).toMatchObject({
      value: { criticalSpeed: expect.closeTo(4.2, 10), distanceReserve: expect.closeTo(210, 7) },
      warnings: [],
    });
    expect(criticalSpeed(trials.slice(1))).toMatchObject({ warnings: [{ code: 'two_trials' }] });
    expect(criticalSpeed([...trials, { seconds: 60, distance: 462 }])).toMatchObject({
      warnings: [{ code: 'outside_range' }],
    });
  });

  it.each([
    [[], 'too_few'],
    [[{ distance: 1000, seconds: 200 }], 'too_few'],
    [
      [
        { distance: 1000, seconds: 200 },
        { distance: 1100, seconds: 200 },
      ],
      'too_few',
    ],
    [
      [
        { distance: 1000, seconds: 200 },
        { distance: 2100, seconds: 400 },
      ],
      'no_fit',
    ],
    [
      [
        { distance: 1000, seconds: 200 },
        { distance: 900, seconds: 400 },
      ],
      'no_fit',
    ],
    [[{ distance: 1000, seconds: 0 }], 'bad_input'],
  ])('refuses %j', (trials, reason) => {
    expect(criticalSpeed(trials)).toMatchObject({ value: null, reason });
  });
});
