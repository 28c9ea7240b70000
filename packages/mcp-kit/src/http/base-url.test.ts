import { describe, expect, it } from 'vitest';
import { checkBaseUrl, isLoopback } from './base-url.ts';

const fixed = 'https://intervals.icu/api/v1';

describe('checkBaseUrl', () => {
  it('gives the fixed address when nothing else is asked for', () => {
    expect(checkBaseUrl({ fixed })).toBe(fixed);
    expect(checkBaseUrl({ fixed, override: '' })).toBe(fixed);
  });

  it.each(['http://127.0.0.1:4010', 'http://localhost:4010/api', 'http://[::1]:4010', 'https://127.0.0.1'])(
    'takes %s: it is this machine',
    (override) => expect(checkBaseUrl({ fixed, override })).toBe(override),
  );

  it('takes another https host only with the explicit flag', () => {
    const override = 'https://proxy.example.com/api/v1';
    expect(() => checkBaseUrl({ fixed, override })).toThrow(/names another host/);
    expect(checkBaseUrl({ fixed, override, allowOtherHost: true })).toBe(override);
  });

  it.each([
    ['http://proxy.example.com', /Plain http/],
    ['http://127.0.0.1.example.com', /Plain http/],
    ['http://localhost.example.com', /Plain http/],
    ['https://key:secret@intervals.icu', /user name/],
    ['https://intervals.icu/?a=1', /query/],
    ['ftp://127.0.0.1', /not an http/],
    ['intervals.icu', /not an http/],
  ])('refuses %s even with the flag', (override, message) =>
    expect(() => checkBaseUrl({ fixed, override, allowOtherHost: true })).toThrow(message),
  );

  it('says which form works', () => {
    expect(() => checkBaseUrl({ fixed, override: 'nonsense' })).toThrow(
      expect.objectContaining({ kind: 'bad_input', next: expect.stringContaining('http://127.0.0.1:4010') }),
    );
  });
});

describe('isLoopback', () => {
  it('knows this machine by its names only', () => {
    expect(['localhost', 'LOCALHOST', '127.0.0.1', '127.8.9.1', '::1', '[::1]'].map(isLoopback)).toEqual(
      Array(6).fill(true),
    );
    expect(['0.0.0.0', '::', '192.168.0.1', '127.0.0.1.nip.io', 'localhost.evil', ''].map(isLoopback)).toEqual(
      Array(6).fill(false),
    );
  });
});
