import { describe, expect, it } from 'vitest';
import { reasonOf, steady, unwrap } from '../../test/unwrap.ts';
import { durability } from './index.ts';

describe('durability', () => {
  const fading = [...steady(200, 60), ...steady(400, 60), ...steady(200, 5000), ...steady(360, 60), ...steady(200, 60)];

  it('compares efforts after work with the best of the activity', () => {
    const { fresh, fatigued } = unwrap(durability(fading, { afterKilojoules: [1000], durations: [60] }));
    expect(fresh.values[0]).toBe(400);
    expect(fatigued[0]).toMatchObject({ afterKilojoules: 1000, workAboveCp: null });
    expect(fatigued[0]?.ratios[0]).toBeCloseTo(0.9, 9);
    expect(fatigued[0]?.curve.starts[0]).toBe(5120);
  });

  it('starts at the first second after the work was done', () => {
    const { fatigued } = unwrap(durability(steady(100, 100), { afterKilojoules: [0, 5], durations: [10] }));
    expect(fatigued.map(({ from }) => from)).toEqual([0, 50]);
    expect(fatigued[0]?.ratios[0]).toBe(1);
  });

  it('leaves out thresholds that were not reached or leave no window', () => {
    const { fatigued } = unwrap(durability(steady(100, 100), { afterKilojoules: [20, 9.5, 5], durations: [10] }));
    expect(fatigued.map(({ afterKilojoules }) => afterKilojoules)).toEqual([5]);
  });

  it('counts work above CP before the same point', () => {
    const { fatigued } = unwrap(
      durability([...steady(300, 10), ...steady(100, 100)], { afterKilojoules: [4], cp: 250, durations: [5] }),
    );
    expect(fatigued[0]?.workAboveCp).toBeCloseTo(0.5, 9);
    expect(fatigued[0]?.from).toBe(20);
  });

  it('has ratio 0, not NaN, where nothing was ever produced', () => {
    const { fatigued } = unwrap(durability(steady(0, 100), { afterKilojoules: [0], durations: [10] }));
    expect(fatigued[0]?.ratios[0]).toBe(0);
  });

  it('takes typed arrays and holes as they are', () => {
    const holed = Float64Array.from([...steady(100, 50), Number.NaN, ...steady(100, 60)]);
    const { fatigued } = unwrap(durability(holed, { afterKilojoules: [6], durations: [10] }));
    expect(fatigued[0]?.from).toBe(61);
  });

  it('refuses bad thresholds, bad CP and no power', () => {
    expect(reasonOf(durability(fading, { afterKilojoules: [-1] }))).toBe('bad_input');
    expect(reasonOf(durability(fading, { afterKilojoules: [Number.NaN] }))).toBe('bad_input');
    expect(reasonOf(durability(fading, { cp: 0 }))).toBe('bad_input');
    expect(reasonOf(durability([]))).toBe('no_data');
  });
});
