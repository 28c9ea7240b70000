import { describe, expect, it } from 'vitest';
import { random, reasonOf, steady, unwrap, warningsOf } from '../../test/unwrap.ts';
import { matches, skibaTau, wBalance, wBalanceAfter } from './index.ts';

const athlete = { cp: 250, wPrime: 20_000 };
const hole = Number.NaN;

describe('W′ balance', () => {
  it('spends P − CP joules a second above CP', () => {
    const found = unwrap(wBalance(steady(350, 100), athlete));
    expect(found).toMatchObject({ minimum: 10_000, minimumAt: 99, end: 10_000, usedPercent: 50, tau: null });
    expect(found.balance[0]).toBe(19_900);
  });

  it('recovers below CP in proportion to what was spent', () => {
    const { balance } = unwrap(wBalance([...steady(350, 100), 150], athlete));
    expect(balance[100]).toBeCloseTo(10_000 + 100 * 0.5, 9);
  });

  it('treats a missing second as a stop', () => {
    const missing = unwrap(wBalance([...steady(350, 100), hole], athlete));
    const stopped = unwrap(wBalance([...steady(350, 100), 0], athlete));
    expect(missing.end).toBe(stopped.end);
    expect(wBalance([...steady(350, 99), hole], athlete)).toMatchObject({ coverage: 0.99 });
  });

  it('integral form equals the double sum', () => {
    const next = random(2);
    const power = Array.from({ length: 300 }, () => Math.round(next() * 500));
    const found = unwrap(wBalance(power, { ...athlete, model: 'integral' }));
    const tau = found.tau as number;
    for (const t of [0, 50, 299]) {
      let spent = 0;
      for (let u = 0; u <= t; u++) spent += Math.max(0, (power[u] as number) - 250) * Math.exp(-(t - u) / tau);
      expect(found.balance[t]).toBeCloseTo(20_000 - spent, 6);
    }
    const below = power.filter((watts) => watts < 250);
    expect(tau).toBeCloseTo(skibaTau(250 - below.reduce((sum, watts) => sum + watts, 0) / below.length), 9);
  });

  it('τ is the published curve', () => {
    expect(skibaTau(0)).toBe(862);
    expect(skibaTau(100)).toBeCloseTo(516.8622, 4);
    expect(unwrap(wBalance([300, 100], { ...athlete, model: 'integral', tau: 400 })).tau).toBe(400);
  });

  it('recovers as fast as elite riders by Bartram', () => {
    const { end } = unwrap(wBalance([...steady(350, 100), 150], { ...athlete, recovery: 'bartram_2018' }));
    expect(end).toBeCloseTo(20_000 - 10_000 * Math.exp(-1 / (2287.2 * 100 ** -0.688)), 6);
  });

  it('is never clamped, and warns when it shows that CP or W′ is too low', () => {
    const found = wBalance(steady(350, 400), athlete);
    expect(unwrap(found).minimum).toBe(-20_000);
    expect(warningsOf(found)).toEqual(['negative']);
    expect(warningsOf(wBalance(steady(350, 205), athlete))).toEqual([]);
  });

  it('counts the seconds in each quarter', () => {
    expect(unwrap(wBalance(steady(350, 200), athlete)).quarters).toEqual([49, 50, 50, 51]);
  });

  it('refuses no power, no athlete and infinite power', () => {
    expect(reasonOf(wBalance([], athlete))).toBe('no_data');
    expect(reasonOf(wBalance([hole], athlete))).toBe('no_data');
    expect(reasonOf(wBalance([200], { ...athlete, cp: 0 }))).toBe('bad_input');
    expect(reasonOf(wBalance([200], { ...athlete, wPrime: hole }))).toBe('bad_input');
    expect(reasonOf(wBalance([200], { ...athlete, tau: -1 }))).toBe('bad_input');
    expect(reasonOf(wBalance([Number.POSITIVE_INFINITY], athlete))).toBe('bad_input');
  });

  it('exact steps agree with many small ones', () => {
    const long = unwrap(wBalanceAfter(5000, 100, 300, athlete));
    let small = 5000;
    for (let i = 0; i < 300_000; i++) small += ((250 - 100) * (20_000 - small)) / 20_000 / 1000;
    expect(long).toBeCloseTo(small, 0);
    expect(unwrap(wBalanceAfter(5000, 300, 60, athlete))).toBe(2000);
    expect(reasonOf(wBalanceAfter(5000, 300, -1, athlete))).toBe('bad_input');
    expect(reasonOf(wBalanceAfter(5000, 300, 1, { cp: 0, wPrime: 1 }))).toBe('bad_input');
  });
});

describe('matches', () => {
  it('are the efforts above CP that spend more than 2 kJ', () => {
    const power = [
      ...steady(150, 120),
      ...steady(400, 60),
      ...steady(150, 300),
      ...steady(260, 60),
      ...steady(150, 60),
    ];
    const [only, ...others] = unwrap(matches(power, athlete));
    expect(others).toEqual([]);
    expect(only?.from).toBeGreaterThanOrEqual(120);
    expect(only?.to).toBeLessThanOrEqual(205);
    expect(only?.spent).toBeGreaterThan(5000);
    expect(only?.exhausting).toBe(false);
  });

  it('are marked when they empty W′, also at the end of the ride', () => {
    const [only] = unwrap(matches(steady(450, 98), athlete));
    expect(only).toMatchObject({ from: 0, to: 98, exhausting: true, watts: 450 });
    expect(only?.spent).toBeCloseTo(19_600, 9);
    expect(only?.left).toBeCloseTo(400, 9);
  });

  it('refuse what W′ balance refuses', () => {
    expect(reasonOf(matches([], athlete))).toBe('no_data');
    expect(reasonOf(matches([300], athlete, 0))).toBe('bad_input');
    expect(unwrap(matches(steady(100, 60), athlete))).toEqual([]);
  });
});
