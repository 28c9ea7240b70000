import { createHash, createHmac } from 'node:crypto';
import type { Signed, Signer } from './signing.ts';

/** The name of the web client's key. */
export const ACCESS_KEY = 'AKIDWebClient';

/**
 * The signature: HMAC-SHA256 over method, target, timestamp, nonce and the body's SHA-256, one a line.
 * Compared byte for byte with the service's own module: docs/api-notes.md.
 */
export function signatureOf(key: Uint8Array, { method, target, timestamp, nonce, body }: Signed): string {
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return createHmac('sha256', key).update([method, target, timestamp, nonce, bodyHash].join('\n')).digest('base64');
}

/** Signs with a session key that the user has. */
export function keySigner(key: Uint8Array): Signer {
  return { accessKey: ACCESS_KEY, sign: (what) => signatureOf(key, what) };
}

/** A configured key: `hex:00ff…`, `base64:AP8…`, or the text itself. */
export function readKey(text: string): Uint8Array {
  if (/^hex:([0-9a-f]{2})+$/i.test(text)) return Buffer.from(text.slice(4), 'hex');
  if (/^base64:[A-Za-z0-9+/_-]+=*$/.test(text)) return Buffer.from(text.slice(7), 'base64');
  return new TextEncoder().encode(text);
}
