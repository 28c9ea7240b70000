import { describe, expect, it } from 'vitest';
import { Secret } from '../secret.ts';
import { looksLikeCredential } from './credential-names.ts';
import { createRedactor } from './redactor.ts';

const redactor = createRedactor({ allow: ['preview_token'] });
redactor.register('canary-77123');
redactor.register('987654321');

describe('redactValue', () => {
  it('leaves out keys that look like credentials, at any depth, and names each one', () => {
    const dropped: string[] = [];
    const input = {
      id: 1,
      api_key: 'x',
      athlete: { name: 'Ann', icu_api_key: null, list: [{ accessToken: { a: 1 } }] },
    };
    expect(redactor.redactValue(input, { onDropped: (path) => dropped.push(path) })).toEqual({
      id: 1,
      athlete: { name: 'Ann', list: [{}] },
    });
    expect(dropped).toEqual(['api_key', 'athlete.icu_api_key', 'athlete.list.0.accessToken']);
    expect(input.api_key).toBe('x');
  });

  it('keeps the keys that the caller allows, in any spelling, and still redacts their text', () => {
    expect(
      redactor.redactValue({
        preview_token: 'v1.abc',
        previewToken: 'has canary-77123',
        next_page: 'c2',
        cursor: 'c3',
      }),
    ).toEqual({
      preview_token: 'v1.abc',
      previewToken: 'has [secret]',
      next_page: 'c2',
      cursor: 'c3',
    });
  });

  it('keeps 0, null, false, undefined, dates and not-a-number as they are', () => {
    const when = new Date(0);
    const input = { a: 0, b: null, c: false, d: undefined, e: when, f: Number.NaN, g: 10n };
    expect(redactor.redactValue(input)).toEqual(input);
  });

  it('covers a registered value in keys, numbers, maps, sets, headers and URLs', () => {
    const input = {
      'canary-77123': 1,
      number: 987654321,
      map: new Map([
        ['cookie', 'a'],
        ['x', 'canary-77123'],
      ]),
      set: new Set(['canary-77123']),
      headers: new Headers({ authorization: 'Bearer x', accept: 'json' }),
      url: new URL('https://h/x?token=abc'),
      secret_of: 'dropped',
      held: new Secret('canary-77123'),
    };
    expect(redactor.redactValue(input)).toEqual({
      '[secret]': 1,
      number: '[secret]',
      map: new Map([['x', '[secret]']]),
      set: new Set(['[secret]']),
      headers: { accept: 'json' },
      url: 'https://h/x?token=[secret]',
      held: '[secret]',
    });
  });

  it('copies errors with message, stack, cause and own fields', () => {
    const error = Object.assign(new TypeError('canary-77123 refused', { cause: new Error('inner canary-77123') }), {
      token: 't',
      status: 401,
    });
    const copied = redactor.redactValue(error);
    expect(copied).toMatchObject({
      name: 'TypeError',
      message: '[secret] refused',
      status: 401,
      cause: { message: 'inner [secret]' },
    });
    expect(JSON.stringify(copied)).not.toContain('canary');
    expect(copied).not.toHaveProperty('token');
  });

  it('survives cycles, throwing getters, binary data and great depth', () => {
    const loop: Record<string, unknown> = { bytes: new Uint8Array(3) };
    loop.self = loop;
    Object.defineProperty(loop, 'bad', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(redactor.redactValue(loop)).toEqual({ bytes: '[binary, 3 bytes]', self: '[circular]', bad: '[unreadable]' });
    let deep: unknown = 'canary-77123';
    for (let i = 0; i < 5000; i += 1) deep = [deep];
    expect(JSON.stringify(redactor.redactValue(deep))).toContain('[too deep]');
  });

  it('keeps an own key named __proto__ as data', () => {
    const copied = redactor.redactValue(JSON.parse('{"__proto__":{"polluted":true}}'));
    expect(Object.keys(copied as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('looksLikeCredential', () => {
  it.each([
    'cookie',
    'Set-Cookie',
    'token',
    'accessToken',
    'auth',
    'authorization',
    'credential',
    'credentials',
    'password',
    'client_secret',
    'secret',
    'api_key',
    'apikey',
    'icu_api_key',
    'X-Api-Key',
    'Production_tpAuth',
    'jwt',
    'xsrf',
    'refresh_token_v2',
  ])('%s: yes', (name) => {
    expect(looksLikeCredential(name)).toBe(true);
  });
  it.each([
    'author',
    'authority',
    'session',
    'session_id',
    'key',
    'keyboard',
    'secretary',
    'cursor',
    'next_page',
    'compass',
    'id',
  ])('%s: no', (name) => {
    expect(looksLikeCredential(name)).toBe(false);
  });
});
