import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Secret } from '@core/secrets';

/**
 * Whether a request carries the token. Compares digests in constant time, so that the time of a refusal tells neither the
 * length of the token nor how much of a guess was right.
 */
export function carriesToken(request: IncomingMessage, token: Secret): boolean {
  const [, sent = ''] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
  return timingSafeEqual(digest(sent), digest(token.reveal()));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
