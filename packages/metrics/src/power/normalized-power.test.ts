import { describe, expect, it } from 'vitest';
import { reasonOf, steady, unwrap, warningsOf } from '../../test/unwrap.ts';
import { additiveLoad, combineNormalizedPower, normalizedPower } from './normalized-power.ts';

const hole = Number.NaN;
/** NP by its definition, window by window. */
function byDefinition(power: readonly number[]): number {
  let sum = 0;
  let windows = 0;
  for (let end = 30; end <= power.length; end++) {
    const mean = power.slice(end - 30, end).reduce((a, b) => a + b, 0) / 30;
    if (Number.isNaN(mean)) continue;
    sum += mean ** 4;
    windows++;
  }
  return (sum / windows) ** 0.25;
}

describe('normalized power', () => {
  it('of constant power is that power', () => {
    expect(unwrap(normalizedPower(steady(250, 3600)))).toBeCloseTo(250, 9);
  });

  it('is the fourth-power mean of full 30 s windows', () => {
    const power = Array.from({ length: 400 }, (_, i) => 100 + ((i * 37) % 211));
    expect(unwrap(normalizedPower(power))).toBeCloseTo(byDefinition(power), 9);
  });

  it('starts a new window after every missing second by default', () => {
    const power = [...steady(300, 200), hole, ...steady(100, 45), hole, hole, ...steady(250, 60)];
    expect(unwrap(normalizedPower(power))).toBeCloseTo(byDefinition(power), 9);
  });

  it('ignores a stretch shorter than 30 s between two holes', () => {
    const power = [...steady(200, 60), hole, ...steady(900, 29), hole];
    expect(unwrap(normalizedPower(power))).toBeCloseTo(200, 9);
    expect(unwrap(normalizedPower([...steady(200, 60), hole, ...steady(900, 30)]))).toBeGreaterThan(200);
  });

  it('needs 30 s in one piece', () => {
    expect(normalizedPower(steady(300, 29))).toEqual({
      value: null,
      reason: 'too_short',
      detail: expect.stringContaining('30 s'),
    });
    expect(unwrap(normalizedPower(steady(300, 30)))).toBeCloseTo(300, 9);
    expect(reasonOf(normalizedPower([...steady(300, 29), hole, ...steady(300, 29)]))).toBe('too_short');
  });

  it('refuses a ride without power and an empty one', () => {
    expect(reasonOf(normalizedPower([]))).toBe('no_data');
    expect(reasonOf(normalizedPower(steady(hole, 100)))).toBe('no_data');
  });

  it('refuses infinite power', () => {
    expect(reasonOf(normalizedPower([...steady(200, 40), Number.POSITIVE_INFINITY, ...steady(200, 40)]))).toBe(
      'bad_input',
    );
  });

  it('is 0 for a ride of zeros: 0 W is data', () => {
    expect(normalizedPower(steady(0, 60))).toMatchObject({ value: 0, coverage: 1 });
  });

  it('says how much of the ride had power', () => {
    expect(normalizedPower([...steady(200, 75), ...steady(hole, 25)])).toMatchObject({ coverage: 0.75 });
  });

  it('warns that it overstates under 20 min of riding, and not from 20 min on', () => {
    expect(warningsOf(normalizedPower(steady(200, 1198)))).toEqual(['short_effort']);
    expect(warningsOf(normalizedPower(steady(200, 1199)))).toEqual([]);
  });

  it('counts holes as 0 W when asked to', () => {
    const power = [...steady(300, 60), ...steady(hole, 30), ...steady(300, 60)];
    const zeroed = power.map((watts) => (Number.isNaN(watts) ? 0 : watts));
    expect(unwrap(normalizedPower(power, { holes: 'zero' }))).toBeCloseTo(byDefinition(zeroed), 9);
    expect(normalizedPower(power, { holes: 'zero' })).toMatchObject({ coverage: 120 / 150 });
  });

  it('glues both sides of a hole together when asked to', () => {
    const power = [...steady(300, 40), hole, hole, ...steady(100, 40)];
    expect(unwrap(normalizedPower(power, { holes: 'glue' }))).toBeCloseTo(
      byDefinition([...steady(300, 40), ...steady(100, 40)]),
      9,
    );
    expect(reasonOf(normalizedPower(steady(300, 29), { holes: 'glue' }))).toBe('too_short');
  });

  it('primes the window with zeros as GoldenCheetah does', () => {
    const power = [...steady(300, 10), hole, ...steady(200, 90)];
    const glued = power.filter((watts) => !Number.isNaN(watts));
    const padded = [...steady(0, 29), ...glued];
    const expected = byDefinition(padded);
    expect(unwrap(normalizedPower(power, { preset: 'goldencheetah' }))).toBeCloseTo(expected, 9);
    expect(unwrap(normalizedPower(glued, { start: 'primed' }))).toBeCloseTo(expected, 9);
    expect(unwrap(normalizedPower(steady(300, 29), { preset: 'goldencheetah' }))).toBeCloseTo(198.0758, 4);
  });

  it('names the convention it used', () => {
    expect(normalizedPower(steady(200, 60))).toMatchObject({
      method: expect.stringMatching(/holes restart, start full/),
    });
    expect(normalizedPower(steady(200, 60), { preset: 'goldencheetah' })).toMatchObject({
      method: expect.stringMatching(/holes glue, start primed/),
    });
  });

  it.each(['device', 'trainingpeaks', 'intervals'] as const)(
    'preset %s starts with full windows and restarts at holes',
    (preset) => {
      const power = [...steady(300, 100), hole, ...steady(150, 100)];
      expect(unwrap(normalizedPower(power, { preset }))).toBeCloseTo(byDefinition(power), 9);
    },
  );
});

describe('NP of joined rides', () => {
  it('is the fourth-power mean by time', () => {
    const joined = combineNormalizedPower([
      { np: 200, seconds: 3600 },
      { np: 300, seconds: 1800 },
    ]);
    expect(unwrap(joined)).toBeCloseTo(((200 ** 4 * 3600 + 300 ** 4 * 1800) / 5400) ** 0.25, 9);
  });

  it('gives parts of no duration no weight', () => {
    expect(
      unwrap(
        combineNormalizedPower([
          { np: 200, seconds: 60 },
          { np: 900, seconds: 0 },
        ]),
      ),
    ).toBeCloseTo(200, 9);
  });

  it('refuses an empty list and negative numbers', () => {
    expect(reasonOf(combineNormalizedPower([]))).toBe('no_data');
    expect(reasonOf(combineNormalizedPower([{ np: -1, seconds: 60 }]))).toBe('bad_input');
    expect(reasonOf(combineNormalizedPower([{ np: 200, seconds: -60 }]))).toBe('bad_input');
    expect(reasonOf(combineNormalizedPower([{ np: Number.NaN, seconds: 60 }]))).toBe('bad_input');
  });

  it('makes additive load add up over joined rides', () => {
    const parts = [
      { np: 200, seconds: 3600 },
      { np: 300, seconds: 1800 },
    ];
    const whole = { np: unwrap(combineNormalizedPower(parts)), seconds: 5400 };
    const sum = parts.reduce((total, part) => total + unwrap(additiveLoad(part, 250)), 0);
    expect(unwrap(additiveLoad(whole, 250))).toBeCloseTo(sum, 9);
    expect(unwrap(additiveLoad({ np: 250, seconds: 3600 }, 250))).toBeCloseTo(100, 9);
  });

  it('refuses additive load without an FTP', () => {
    expect(reasonOf(additiveLoad({ np: 250, seconds: 3600 }, 0))).toBe('bad_input');
    expect(reasonOf(additiveLoad({ np: -250, seconds: 3600 }, 250))).toBe('bad_input');
    expect(reasonOf(additiveLoad({ np: 250, seconds: -1 }, 250))).toBe('bad_input');
  });
});
