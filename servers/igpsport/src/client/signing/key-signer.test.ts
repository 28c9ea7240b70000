import { describe, expect, it } from 'vitest';
import { VECTOR_KEYS, VECTORS } from '../../../test/signing-vectors.ts';
import { keySigner, readKey, signatureOf } from './key-signer.ts';

describe('the signature', () => {
  it.each(
    VECTORS.flatMap(([what, signatures], row) =>
      Object.entries(VECTOR_KEYS).map(([name, key], column) => [row + 1, name, key, what, signatures[column]] as const),
    ),
  )('of request %i with key %s is the published one', (_row, _name, key, what, signature) => {
    expect(signatureOf(key, what)).toBe(signature);
  });

  it('is the published one for a short key and target too', () => {
    const what = {
      method: 'GET',
      target: '/service/x?a=1',
      timestamp: '1700000000',
      nonce: 'n',
      body: new Uint8Array(),
    };
    expect(keySigner(readKey('demo-session-key')).sign(what)).toBe('HcZ/bFkkkfVSrDh7o1UlFT3JHCe1eAwHI5ZkKvam7h8=');
  });
});

describe('a configured key', () => {
  it('is read as text, as hexadecimal digits, or as base64 of either alphabet', () => {
    expect([...readKey('ab')]).toEqual([97, 98]);
    expect([...readKey('hex:00ff')]).toEqual([0, 255]);
    expect([...readKey('base64:AP-_')]).toEqual([0, 255, 191]);
    expect([...readKey('hex:0')]).toEqual([...new TextEncoder().encode('hex:0')]);
  });
});
