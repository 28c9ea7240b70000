import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Seals texts, and names things so that only the holder of the key can tell which they are. */
export interface Sealer {
  /** Nonce, tag and AES-256-GCM ciphertext. `place` is authenticated with it: a row moved to another place does not open. */
  readonly seal: (text: string, place: string) => Uint8Array;
  /** The text, or `undefined` when another key sealed it or a bit was changed. */
  readonly open: (sealed: Uint8Array, place: string) => string | undefined;
  /** The same name for the same text, 128 bits in hex; without the key nobody can tell which text. */
  readonly nameOf: (text: string) => string;
}

const NONCE = 12;
const TAG = 16;

/** Bytes of the key that everything is sealed under. */
export const KEY_BYTES = 32;

/** A sealer under 32 random bytes; sealing and naming use keys of their own, derived from them. */
export function createSealer(key: Uint8Array): Sealer {
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `coach-store v1 ${purpose}`, KEY_BYTES));
  const sealing = derived('seal');
  const naming = derived('name');
  return {
    seal: (text, place) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce, { authTagLength: TAG });
      cipher.setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed, place) => {
      if (sealed.length < NONCE + TAG) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
    nameOf: (text) => createHmac('sha256', naming).update(text).digest('hex').slice(0, 32),
  };
}
