import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from './secret.ts';

const value = 'canary-4f1d9b7e';
const secret = new Secret(value);

describe('a Secret', () => {
  it('prints as [secret] in every conversion to text', () => {
    expect(String(secret)).toBe('[secret]');
    expect(`${secret}`).toBe('[secret]');
    expect(`${secret}!`).toBe('[secret]!');
    expect(JSON.stringify({ secret, list: [secret] })).toBe('{"secret":"[secret]","list":["[secret]"]}');
    expect(inspect(secret)).toBe('[secret]');
    expect(inspect({ deep: { secret } }, { depth: 9, showHidden: true })).not.toContain(value);
    for (const way of ['%s', '%o', '%O', '%j', '%d', '%i', '%f', '%c'])
      expect(format(way, secret)).not.toContain(value);
  });

  it('prints as [secret] through every console method', () => {
    let out = '';
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        out += String(chunk);
        done();
      },
    });
    const target = new Console({ stdout: sink, stderr: sink });
    target.log(secret);
    target.error({ secret });
    target.dir(secret, { showHidden: true });
    target.table([{ secret }]);
    target.group(secret);
    expect(out).toContain('[secret]');
    expect(out).not.toContain(value);
  });

  it('does not show in an error that carries it', () => {
    const error = Object.assign(new Error('login failed', { cause: secret }), { secret });
    expect(inspect(error, { depth: 9 })).not.toContain(value);
  });

  it('has no property that holds the value, and none survives a copy', () => {
    expect(Reflect.ownKeys(secret)).toEqual([]);
    expect(JSON.stringify({ ...secret })).toBe('{}');
    expect(inspect(structuredClone(secret), { showHidden: true })).not.toContain(value);
  });

  it('gives the value only through reveal()', () => {
    expect(secret.reveal()).toBe(value);
  });

  it('has a fingerprint of 16 hex digits that changes with the value and never contains it', () => {
    expect(secret.fingerprint()).toMatch(/^[0-9a-f]{16}$/);
    expect(secret.fingerprint()).toBe(new Secret(value).fingerprint());
    expect(secret.fingerprint()).not.toBe(new Secret(`${value}x`).fingerprint());
  });

  it('equals another secret of the same value, and no other', () => {
    expect(secret.equals(new Secret(value))).toBe(true);
    expect(secret.equals(new Secret('canary-4f1d9b7f'))).toBe(false);
  });

  it('refuses an empty value', () => {
    expect(() => new Secret('')).toThrow(expect.objectContaining({ kind: 'invalid_value' }));
  });
});
