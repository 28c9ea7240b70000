import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, cleanValue } from './clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['zero-width characters', 'a\u200bb\u200dc\ufeff', 'abc'],
    ['direction overrides', '\u202eevil\u2066', 'evil'],
    ['terminal escapes', '\u001b[31mred\u0007', '[31mred'],
    ['tag characters that hide instructions', 'hi\u{E0041}\u{E0042}', 'hi'],
    ['Windows line ends', 'a\r\nb', 'a\nb'],
  ])('removes %s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('keeps letters of every script, emoji, line breaks and tabs', () => {
    expect(cleanText('训练 São\tпобеда 🚴\n')).toBe('训练 São\tпобеда 🚴\n');
  });

  it('cuts long text and says how much is missing', () => {
    expect(cleanText('x'.repeat(30), 10)).toBe(`${'x'.repeat(10)} […20 more characters]`);
  });

  it('leaves no control or format character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(text)).not.toMatch(/[^\P{C}\n\t\p{Cn}\p{Co}\p{Cs}]/u);
      }),
    );
  });
});

describe('cleanValue', () => {
  it('cleans every string at any depth and leaves the rest alone', () => {
    expect(cleanValue({ a: ['x\u200b', 0, null, { b: 'y\u0000', c: false }] })).toEqual({
      a: ['x', 0, null, { b: 'y', c: false }],
    });
  });
});
