import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalSwimSpeed, strokesOf, swimScore, swimStressScore, swolf } from './index.ts';

const repeat = (n: number, v: number) => new Array<number>(n).fill(v);

describe('criticalSwimSpeed', () => {
  const [long, short] = [
    { distance: 400, seconds: 360 },
    { distance: 200, seconds: 170 },
  ];

  it('is the extra distance over the extra time: 6:00 and 2:50 give 1:35 per 100 m', () => {
    expect(criticalSwimSpeed(long, short)).toMatchObject({
      value: expect.closeTo(1.0526, 4),
      method: 'CSS from 400 and 200 m',
    });
    expect(100 / criticalSwimSpeed(short, long).value!).toBeCloseTo(95, 10);
  });

  it.each([
    [{ distance: 400, seconds: 330 }, short, 'no_fit'],
    [{ distance: 400, seconds: 170 }, short, 'no_fit'],
    [short, short, 'no_fit'],
    [{ distance: 0, seconds: 100 }, short, 'bad_input'],
    [{ distance: 400, seconds: Number.NaN }, short, 'bad_input'],
    [{ distance: Number.POSITIVE_INFINITY, seconds: 400 }, short, 'bad_input'],
  ])('refuses %j with %j', (a, b, reason) => {
    expect(criticalSwimSpeed(a, b)).toMatchObject({ value: null, reason });
  });
});

describe('swimStressScore', () => {
  const hour = { distance: 3600, movingSeconds: 3600, thresholdSpeed: 1 };

  it('is 100 for an hour at CSS and grows with the cube of speed', () => {
    expect(swimStressScore(hour).value).toBe(100);
    expect(swimStressScore({ ...hour, distance: 1800 }).value).toBe(12.5);
    expect(swimStressScore({ ...hour, distance: 0 }).value).toBe(0);
  });

  it('gives the 73 that intervals.icu gave 1500 m in 1,489 s at .8333 m/s', () => {
    expect(Math.round(swimStressScore({ distance: 1500, movingSeconds: 1489, thresholdSpeed: 0.8333 }).value!)).toBe(
      73,
    );
  });

  it('counts rest as hours, not as speed, when total time counts', () => {
    expect(swimStressScore({ ...hour, hours: 'total', totalSeconds: 5400 })).toMatchObject({
      value: 150,
      method: 'sTSS, cubed, total time',
    });
  });

  it('warns when the threshold cannot be right', () => {
    expect(swimStressScore({ ...hour, distance: 4320 })).toMatchObject({ warnings: [{ code: 'threshold_too_low' }] });
    expect(swimStressScore({ ...hour, distance: 3700 })).toMatchObject({ warnings: [] });
  });

  it.each([
    { distance: -1 },
    { distance: Number.NaN },
    { movingSeconds: 0 },
    { thresholdSpeed: Number.POSITIVE_INFINITY },
    { hours: 'total' as const },
    { hours: 'total' as const, totalSeconds: 3599 },
  ])('refuses %j', (change) => {
    expect(swimStressScore({ ...hour, ...change })).toMatchObject({ value: null, reason: 'bad_input' });
  });
});

describe('swimScore', () => {
  it('approaches 100 for an hour at CSS, and less with rest in it', () => {
    const steady = { speed: repeat(3600, 1.2), mass: 70, thresholdSpeed: 1.2 };
    const result = swimScore(steady).value!;
    expect(result.swimScore).toBeGreaterThan(98);
    expect(result.swimScore).toBeLessThan(100);
    expect(result.relativeIntensity).toBeCloseTo(1, 1);
    expect(result.xPower).toBeCloseTo(((0.35 * 70 + 2) / 0.6) * 1.2 ** 3, -1);
    const rested = swimScore({ ...steady, speed: steady.speed.map((v, i) => (i % 120 < 20 ? 0 : v)) }).value!;
    expect(rested.swimScore).toBeLessThan(result.swimScore);
  });

  it('leaves seconds without data out', () => {
    const holed = Array.from({ length: 100 }, (_, i) => (i < 50 ? 1 : Number.NaN));
    expect(swimScore({ speed: holed, mass: 70, thresholdSpeed: 1 })).toMatchObject({
      coverage: 0.5,
      value: swimScore({ speed: repeat(50, 1), mass: 70, thresholdSpeed: 1 }).value,
    });
  });

  it.each([
    [[], {}, 'too_short'],
    [repeat(24, 1), {}, 'too_short'],
    [repeat(60, Number.NaN), {}, 'too_short'],
    [repeat(60, -1), {}, 'bad_input'],
    [repeat(60, Number.POSITIVE_INFINITY), {}, 'bad_input'],
    [repeat(60, 1), { mass: 0 }, 'bad_input'],
    [repeat(60, 1), { thresholdSpeed: Number.NaN }, 'bad_input'],
  ])('refuses with a reason', (speed, change, reason) => {
    expect(swimScore({ speed, mass: 70, thresholdSpeed: 1, ...change })).toMatchObject({ value: null, reason });
  });
});

describe('lengths', () => {
  const lengths = [
    { seconds: 30, strokes: 20 },
    { seconds: 90, strokes: null, idle: true },
    { seconds: 34, strokes: 24 },
    { seconds: 40, strokes: null },
  ];

  it('counts what was swum, and strokes only where they were counted', () => {
    expect(strokesOf(lengths, { pool: 25 })).toEqual({
      value: {
        lengths: 3,
        distance: 75,
        movingSeconds: 104,
        swolf: 54,
        strokeRate: expect.closeTo((60 * 44) / (64 * (22 / 25)), 10),
        distancePerStroke: 1,
      },
      method: 'strokes, push-off 3 m',
      coverage: 2 / 3,
      warnings: [],
    });
    expect(strokesOf(lengths, { pool: 25, pushOff: 0 }).value!.distancePerStroke).toBeCloseTo(50 / 44, 10);
  });

  it('does not depend on the order of the lengths', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 1 }), (counts) => {
        const swum = counts.map((strokes) => ({ seconds: 20 + strokes, strokes }));
        const [one, other] = [strokesOf(swum, { pool: 50 }).value!, strokesOf(swum.toReversed(), { pool: 50 }).value!];
        expect(other.swolf).toBeCloseTo(one.swolf, 9);
        expect(other.strokeRate).toBeCloseTo(one.strokeRate, 9);
      }),
    );
  });

  it('refuses what cannot be', () => {
    expect(strokesOf([], { pool: 25 })).toMatchObject({ reason: 'no_data' });
    expect(strokesOf([{ seconds: 30, strokes: null }], { pool: 25 })).toMatchObject({ reason: 'no_data' });
    expect(strokesOf(lengths, { pool: 3 })).toMatchObject({ reason: 'bad_input' });
    expect(strokesOf(lengths, { pool: Number.NaN })).toMatchObject({ reason: 'bad_input' });
    expect(strokesOf([{ seconds: 0, strokes: 1 }], { pool: 25 })).toMatchObject({ reason: 'bad_input' });
    expect(strokesOf([{ seconds: 30, strokes: Number.NaN }], { pool: 25 })).toMatchObject({ reason: 'bad_input' });
    expect(swolf(30, 20).value).toBe(50);
    expect(swolf(0, 20).value).toBeNull();
    expect(swolf(30, -1).value).toBeNull();
  });
});
