import { createHash, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import type { Secret } from '../secret.ts';

/** A key that seals envelopes. `kid` starts with where the key lives: `keychain:<id>`, `keyfile:<id>` or `passphrase`. */
export interface SealingKey {
  kid: string;
  kdf: 'hkdf' | 'scrypt';
  derive(salt: Buffer): Promise<Buffer>;
}

export type KeyHome = 'keychain' | 'keyfile' | 'passphrase';

export const KEY_BYTES = 32;
const SCRYPT_COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 };

/** Where the key of an envelope lives, and which key it is there. */
export function parseKeyId(kid: string): { home: KeyHome; id: string } | undefined {
  if (kid === 'passphrase') return { home: 'passphrase', id: '' };
  const match = /^(keychain|keyfile):([0-9a-f]{16})$/.exec(kid);
  return match === null ? undefined : { home: match[1] as KeyHome, id: match[2] as string };
}

/** 32 new random bytes. */
export function newKeyBytes(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** The id of random key bytes: the first 16 hex digits of their SHA-256, so that a key that was altered is recognised. */
export function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** A key of 32 random bytes. HKDF-SHA-256 with the salt of each envelope gives every envelope a key of its own. */
export function randomKey(home: 'keychain' | 'keyfile', key: Buffer): SealingKey {
  return {
    kid: `${home}:${keyId(key)}`,
    kdf: 'hkdf',
    derive: async (salt) => Buffer.from(hkdfSync('sha256', key, salt, 'core-secrets v1', KEY_BYTES)),
  };
}

/** A key from a passphrase through scrypt (N 2^17, r 8, p 1; about 0.3 s and 128 MiB). Each salt is derived once. */
export function passphraseKey(passphrase: Secret): SealingKey {
  const derived = new Map<string, Promise<Buffer>>();
  return {
    kid: 'passphrase',
    kdf: 'scrypt',
    derive: (salt) => {
      const known = derived.get(salt.toString('hex'));
      if (known !== undefined) return known;
      const work = stretch(passphrase, salt);
      derived.set(salt.toString('hex'), work);
      return work;
    },
  };
}

function stretch(passphrase: Secret, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.reveal().normalize('NFC'), salt, KEY_BYTES, SCRYPT_COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
