import { describe, expect, it } from 'vitest';
import { reasonOf, unwrap, warningsOf } from '../../test/unwrap.ts';
import { kilocaloriesFromHeartRate, kilocaloriesFromWork } from './index.ts';

const athlete = { kilograms: 70, age: 35, sex: 'male' } as const;

describe('metabolic energy', () => {
  it('from work is about 1 kcal a kJ at the usual efficiency', () => {
    expect(unwrap(kilocaloriesFromWork(1000))).toBeCloseTo(1000.03, 1);
    expect(unwrap(kilocaloriesFromWork(1000, 0.2))).toBeCloseTo(1195.03, 2);
    expect(reasonOf(kilocaloriesFromWork(-1))).toBe('bad_input');
    expect(reasonOf(kilocaloriesFromWork(100, 0))).toBe('bad_input');
    expect(reasonOf(kilocaloriesFromWork(100, 0.5))).toBe('bad_input');
  });

  it('from heart rate follows Keytel, with the published sign for women', () => {
    const men = (60 * (-55.0969 + 0.6309 * 140 + 0.1988 * 70 + 0.2017 * 35)) / 4.184;
    const women = (60 * (-20.4022 + 0.4472 * 140 - 0.1263 * 70 + 0.074 * 35)) / 4.184;
    expect(unwrap(kilocaloriesFromHeartRate(60, 140, athlete))).toBeCloseTo(men, 9);
    expect(unwrap(kilocaloriesFromHeartRate(60, 140, { ...athlete, sex: 'female' }))).toBeCloseTo(women, 9);
  });

  it('warns outside 90–150 bpm and refuses a negative rate', () => {
    expect(warningsOf(kilocaloriesFromHeartRate(60, 150, athlete))).toEqual(['estimate']);
    expect(warningsOf(kilocaloriesFromHeartRate(60, 151, athlete))).toEqual(['estimate', 'outside_range']);
    expect(reasonOf(kilocaloriesFromHeartRate(60, 40, athlete))).toBe('undefined_ratio');
    expect(reasonOf(kilocaloriesFromHeartRate(0, 140, athlete))).toBe('bad_input');
  });
});
