import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highestOf, meanOf, sumOver, tallyOf, totalOf } from './tally.ts';

/** Readings of every kind: whole ones as devices record them, fractions, negatives, too large ones, gaps. */
const reading = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 2047 }) },
  fc.double({ min: -3000, max: 9000, noNaN: true }),
  fc.integer({ min: -5000, max: 9000 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0),
);

describe('a tally', () => {
  it('holds each finite reading as often as it occurs, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 300 }), (readings) => {
        const tally = tallyOf(Float64Array.from(readings));
        const held = [...tally.values].flatMap((value, k) => Array<number>(tally.counts[k] as number).fill(value + 0));
        const finite = readings.filter((each) => Number.isFinite(each)).map((each) => each + 0);
        expect(Float64Array.from(held).sort()).toEqual(Float64Array.from(finite).sort());
        expect(tally).toMatchObject({ length: readings.length, covered: finite.length });
        expect(tally.counts.every((seconds) => seconds > 0)).toBe(true);
      }),
    );
  });

  it('keeps whole readings apart from the fractions and gaps beside them', () => {
    const { values, counts } = tallyOf([-3, 2050, 0.5, 1.5, -0.5, Number.NaN, 7, 7]);
    expect([...values]).toEqual([7, -3, 2050, 0.5, 1.5, -0.5]);
    expect([...counts]).toEqual([2, 1, 1, 1, 1, 1]);
  });

  it('sums, averages and finds the highest of what it holds', () => {
    const tally = tallyOf([200, 200, 0, 300, Number.NaN, 10.5]);
    expect(totalOf(tally)).toBe(710.5);
    expect(totalOf(tally)).toBe(sumOver(tally, (value) => value));
    expect(meanOf(tally)).toBeCloseTo(142.1, 12);
    expect(highestOf(tally)).toBe(300);
  });

  it('of nothing is empty', () => {
    const tally = tallyOf([Number.NaN]);
    expect(tally).toMatchObject({ length: 1, covered: 0 });
    expect(meanOf(tally)).toBeNaN();
    expect(highestOf(tally)).toBe(Number.NEGATIVE_INFINITY);
  });
});
