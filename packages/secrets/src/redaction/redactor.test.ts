import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../secret.ts';
import { createRedactor } from './redactor.ts';

const KEY = 'k3y/With+Sym"bols\\&=ü';

function knowing(...values: string[]) {
  const redactor = createRedactor();
  for (const value of values) redactor.register(value);
  return redactor;
}

const encodings: Record<string, (value: string) => string> = {
  'as it is': (value) => value,
  'inside JSON': (value) => JSON.stringify({ note: value }),
  'inside JSON inside JSON': (value) => JSON.stringify(JSON.stringify({ note: value })),
  'in a URL': (value) => `https://host/x?q=${encodeURIComponent(value)}&r=1`,
  'in a URL with small hex digits': (value) =>
    encodeURIComponent(value).replaceAll(/%../g, (code) => code.toLowerCase()),
  'in a form': (value) => new URLSearchParams({ q: value }).toString(),
  'as base64': (value) => Buffer.from(value).toString('base64'),
  'as base64url': (value) => Buffer.from(value).toString('base64url'),
  'in a Basic login': (value) => Buffer.from(`API_KEY:${value}`).toString('base64'),
  'in a Basic login with another user': (value) => Buffer.from(`athlete@example.org:${value}`).toString('base64'),
  'in base64 with text on both sides': (value) => Buffer.from(`{"x":1,"c":"${value}","d":2}`).toString('base64'),
  'as hex': (value) => Buffer.from(value).toString('hex'),
  'in an inspected buffer': (value) => inspect(Buffer.from(value.slice(0, 40))),
};

describe('redactText covers a registered value', () => {
  for (const [name, encode] of Object.entries(encodings)) {
    it(name, () => {
      const encoded = encode(KEY);
      const output = knowing(KEY).redactText(`before ${encoded} after`);
      expect(output).toContain('[secret]');
      expect(output).toMatch(/^before .* after$/s);
      expect(output).not.toContain(KEY);
      expect(output).not.toContain(encode(KEY));
    });
  }

  it('when only the beginning or the end of a long one is quoted', () => {
    const cookie = 'Q1w2E3r4T5y6U7i8O9p0A1s2D3f4G5h6J7k8L9z0X1c2';
    const redactor = knowing(cookie);
    expect(redactor.redactText(`Unexpected token: ${cookie.slice(0, 25)}…`)).toBe('Unexpected token: [secret]…');
    expect(redactor.redactText(`…${cookie.slice(-20)}`)).toBe('…[secret]');
  });

  it('when it is one of the tokens of a registered JSON document or cookie header', () => {
    const grant = JSON.stringify({
      access_token: 'at-2390847293847',
      nested: { refreshToken: 'rt-8273492834' },
      scope: 'read-and-write',
    });
    const redactor = knowing(grant, 'Production_tpAuth=abcdefghij0123456789; other=zyxwvutsrq987654');
    expect(redactor.redactText('got at-2390847293847 and rt-8273492834 for read-and-write')).toBe(
      'got [secret] and [secret] for read-and-write',
    );
    expect(redactor.redactText('x abcdefghij0123456789 y zyxwvutsrq987654')).toBe('x [secret] y [secret]');
  });

  it('when covering one value would put another together', () => {
    const output = knowing('x[secret]y', ']abcde', 'middle').redactText('xmiddley [secret]abcde');
    expect(output).toBe('[secret] [secret]');
  });
});

function carriers(value: string): string[] {
  return Object.values(encodings).map((encode) => encode(value));
}

describe('for any secret of six characters or more', () => {
  const value = fc
    .oneof(
      fc.string({ minLength: 6, maxLength: 60 }),
      fc.string({ unit: 'grapheme', minLength: 6, maxLength: 30 }),
      fc.base64String({ minLength: 6 }),
    )
    .filter((text) => text.trim().length >= 6);
  const around = fc.string({ maxLength: 40 });

  it('neither it nor an encoding of it survives in a text or a value', () => {
    fc.assert(
      fc.property(value, around, around, (secret, before, after) => {
        const redactor = createRedactor();
        fc.pre(redactor.register(secret).registered);
        for (const carrier of [secret, ...carriers(secret)]) {
          const text = redactor.redactText(before + carrier + after);
          const copied = JSON.stringify(
            redactor.redactValue({ [`k${carrier}`]: [carrier, { deep: before + carrier }] }),
          );
          const escaped = JSON.stringify(secret).slice(1, -1);
          expect(text.includes(secret)).toBe(false);
          expect(copied.includes(escaped)).toBe(false);
          expect(text.includes(Buffer.from(secret).toString('base64').replaceAll('=', ''))).toBe(false);
          expect(text.includes(Buffer.from(secret).toString('hex'))).toBe(false);
          expect(text.includes(encodeURIComponent(Buffer.from(secret).toString()))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('several registered values that overlap each other are all covered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ']', 's', 'e'), minLength: 6, maxLength: 9 }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.string({ unit: fc.constantFrom('a', 'b', ']', 's', 'e'), maxLength: 200 }),
        (secrets, text) => {
          const output = knowing(...secrets).redactText(text);
          for (const secret of secrets) expect(output.includes(secret)).toBe(false);
        },
      ),
    );
  });

  it('text that holds none of it is returned as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('q', 'w', ' ', '.', '7'), maxLength: 200 }), (text) => {
        expect(knowing('unrelated-value-4711').redactText(text)).toBe(text);
      }),
    );
  });
});

describe('register', () => {
  it('refuses values of fewer than six characters, with the reason, and leaves such text alone', () => {
    const redactor = createRedactor();
    expect(redactor.register('12345')).toEqual({
      registered: false,
      reason: expect.stringContaining('fewer than 6 characters'),
    });
    expect(redactor.register(' 1234 ')).toMatchObject({ registered: false });
    expect(redactor.redactText('FTP 12345')).toBe('FTP 12345');
  });

  it('refuses a part of its own marker, which could never be covered', () => {
    expect(createRedactor().register('secret')).toEqual({
      registered: false,
      reason: expect.stringContaining('[secret]'),
    });
  });

  it('accepts a Secret, and the same one twice', () => {
    const redactor = createRedactor();
    expect(redactor.register(new Secret('hunter22'))).toEqual({ registered: true });
    expect(redactor.register(new Secret('hunter22'))).toEqual({ registered: true });
    expect(redactor.redactText('hunter22')).toBe('[secret]');
  });
});
