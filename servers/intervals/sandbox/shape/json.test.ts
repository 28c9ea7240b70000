import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allKeys, float32, onlyFields } from './json.ts';

describe('numbers', () => {
  it('read back as the same single-precision value', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Math.fround(float32(value))).toBe(value);
      }),
    );
  });

  it('are as short as the service prints them', () => {
    expect(float32(Math.fround(45.72))).toBe(45.72);
    expect(float32(Math.fround(45.719997))).toBe(45.719997);
    expect(float32(92.19087)).toBe(92.19087);
    expect(float32(1 / 3)).toBe(0.33333334);
  });
});

describe('rows', () => {
  it('keep zero and false, and say null for what is absent', () => {
    expect(allKeys(['a', 'b', 'c'], { a: 0, b: false })).toEqual({ a: 0, b: false, c: null });
  });

  it('keep keys that the document does not list', () => {
    expect(allKeys(['a'], { SWOLF: 31 })).toEqual({ a: null, SWOLF: 31 });
  });

  it('drop nulls with fields, not zeros', () => {
    expect(onlyFields({ a: 0, b: null, c: 1 }, 'a,b')).toEqual({ a: 0 });
  });
});
