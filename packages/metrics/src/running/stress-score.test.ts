import { describe, expect, it } from 'vitest';
import { govss, runningPower, runStressScore } from './index.ts';

const repeat = (n: number, v: number) => new Array<number>(n).fill(v);

describe('stress of a run', () => {
  it('is 100 for an hour at threshold, and grows with the square of speed', () => {
    expect(runStressScore({ normalizedSpeed: 4, thresholdSpeed: 4, seconds: 3600 }).value).toBe(100);
    expect(runStressScore({ normalizedSpeed: 2, thresholdSpeed: 4, seconds: 7200 }).value).toBe(50);
    expect(runStressScore({ normalizedSpeed: 0, thresholdSpeed: 4, seconds: 60 }).value).toBe(0);
  });

  it.each([
    { normalizedSpeed: -1, thresholdSpeed: 4, seconds: 60 },
    { normalizedSpeed: 3, thresholdSpeed: 0, seconds: 60 },
    { normalizedSpeed: 3, thresholdSpeed: 4, seconds: Number.NaN },
    { normalizedSpeed: Number.POSITIVE_INFINITY, thresholdSpeed: 4, seconds: 60 },
  ])('refuses %j', (input) => {
    expect(runStressScore(input).value).toBeNull();
  });

  it('needs more power uphill and more the faster, and none standing', () => {
    const runner = { mass: 70, height: 1.78 };
    expect(runningPower(0, 0.1, runner).value).toBe(0);
    expect(runningPower(4, 0, runner).value).toBeGreaterThan(runningPower(3, 0, runner).value!);
    expect(runningPower(3, 0.05, runner).value).toBeGreaterThan(runningPower(3, 0, runner).value!);
    const area = 0.2025 * 1.78 ** 0.725 * 70 ** 0.425 * 0.266;
    const expected = (0.5 * 1.2 * 0.9 * area * 9 + 3.6 * (0.25 + 0.162) * (1 - 1.5 / 8.33) * 70) * 3;
    expect(runningPower(3, 0, runner).value).toBeCloseTo(expected, 8);
    expect(runningPower(-1, 0, runner).value).toBeNull();
    expect(runningPower(3, Number.NaN, runner).value).toBeNull();
    expect(runningPower(3, 0, { ...runner, mass: 0 }).value).toBeNull();
  });

  it('gives GOVSS 100 for an hour at threshold power', () => {
    const runner = { mass: 60, height: 1.7 };
    const thresholdPower = runningPower(4, 0, runner).value!;
    const hour = { speed: repeat(3600, 4), grade: repeat(3600, 0), runner, thresholdPower };
    expect(govss(hour).value).toBeCloseTo(100, 6);
    expect(govss({ ...hour, grade: repeat(3600, 0.05) }).value).toBeGreaterThan(150);
    const holed = hour.speed.map((v, i) => (i % 600 < 60 ? Number.NaN : v));
    expect(govss({ ...hour, speed: holed }).value).toBeCloseTo(90, 6);
    expect(govss({ ...hour, speed: [1] })).toMatchObject({ reason: 'bad_input' });
    expect(govss({ ...hour, thresholdPower: 0 })).toMatchObject({ reason: 'bad_input' });
    expect(govss({ ...hour, speed: [], grade: [] })).toMatchObject({ reason: 'no_data' });
  });
});
