import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SealingKey } from './sealing-key.ts';

/** One credential, sealed. Byte fields are base64url. `kid` says which key seals it, so that a wrong key is told from damage. */
export interface Envelope {
  v: 1;
  kid: string;
  alg: 'A256GCM';
  kdf: 'hkdf' | 'scrypt';
  salt: string;
  iv: string;
  tag: string;
  ct: string;
}

const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a text with AES-256-GCM. Version and profile are authenticated with it: an envelope moved to another name does not open.
 * A salt is passed in only to share one slow scrypt derivation among the credentials of a file; the IV is always new.
 */
export async function seal(
  plaintext: string,
  key: SealingKey,
  profile: string,
  salt: Buffer = randomBytes(SALT_BYTES),
): Promise<Envelope> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await key.derive(salt), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(authenticated(profile));
  const ct = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return {
    v: 1,
    kid: key.kid,
    alg: 'A256GCM',
    kdf: key.kdf,
    salt: salt.toString('base64url'),
    iv: iv.toString('base64url'),
    tag: cipher.getAuthTag().toString('base64url'),
    ct: ct.toString('base64url'),
  };
}

/** The text of an envelope, or `undefined` when the key is not the one that sealed it or anything was altered. */
export async function open(envelope: Envelope, key: SealingKey, profile: string): Promise<string | undefined> {
  const derived = await key.derive(Buffer.from(envelope.salt, 'base64url'));
  const iv = Buffer.from(envelope.iv, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', derived, iv, { authTagLength: TAG_BYTES });
  try {
    decipher.setAAD(authenticated(profile));
    decipher.setAuthTag(Buffer.from(envelope.tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(envelope.ct, 'base64url')), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The envelope in a parsed JSON value, or `undefined` when it is not one of version 1 with every field of the right size. */
export function asEnvelope(value: unknown): Envelope | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  const texts = ['kid', 'salt', 'iv', 'tag', 'ct'].every((name) => typeof fields[name] === 'string');
  const known = fields.v === 1 && fields.alg === 'A256GCM' && (fields.kdf === 'hkdf' || fields.kdf === 'scrypt');
  if (!texts || !known) return undefined;
  const envelope = value as Envelope;
  const sized =
    bytes(envelope.iv) === IV_BYTES && bytes(envelope.tag) === TAG_BYTES && bytes(envelope.salt) === SALT_BYTES;
  return sized ? envelope : undefined;
}

function authenticated(profile: string): Buffer {
  return Buffer.from(`v1\0${profile}`, 'utf8');
}

function bytes(text: string): number {
  return Buffer.from(text, 'base64url').length;
}
