import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExactJson } from './exact-json.ts';

describe('parseExactJson', () => {
  it('keeps integers over 2^53 as their digits, at any depth', () => {
    expect(parseExactJson('{"id":9007199254740993,"a":[-12345678901234567890, 5]}')).toEqual({
      id: '9007199254740993',
      a: ['-12345678901234567890', 5],
    });
    expect(parseExactJson('9007199254740993')).toBe('9007199254740993');
  });

  it('leaves safe integers, long fractions, exponents and digits inside texts alone', () => {
    const text = '{"safe":9007199254740991,"f":0.1234567890123456789,"e":1e300,"s":" 12345678901234567 "}';
    expect(parseExactJson(text)).toEqual(JSON.parse(text));
  });

  it('gives every JSON value as JSON.parse does when its integers are safe', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        const unsafe = /\d{16,}/.test(text);
        fc.pre(!unsafe);
        expect(parseExactJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('gives back every integer, of any length', () => {
    fc.assert(
      fc.property(fc.bigInt(), (n) => {
        expect(String((parseExactJson(`{"n":${n}}`) as { n: unknown }).n)).toBe(String(n));
      }),
    );
  });
});
