import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '@core/sandbox';
import type { World } from '../world.ts';

/** Seconds that a timestamp may be off; the real window is not known. */
const WINDOW_S = 300;

/** Whether a request carries a signature that is right, fresh and not seen before. */
export function isSigned(request: Request, { body, url, state, now }: Context<World>): boolean {
  const header = (name: string) => request.headers.get(name) ?? '';
  const timestamp = header('x-timestamp');
  const nonce = header('x-nonce');
  if (header('x-access-key') !== 'AKIDWebClient' || header('x-platform') !== 'web') return false;
  const seconds = Math.floor(now().getTime() / 1000);
  if (!/^\d{10}$/.test(timestamp) || Math.abs(Number(timestamp) - seconds) > WINDOW_S) return false;
  for (const [known, until] of state.nonces) if (until < seconds) state.nonces.delete(known);
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-4/i.test(nonce) || state.nonces.has(nonce)) return false;
  const target = request.url.slice(url.origin.length);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const expected = createHmac('sha256', state.sessionKey)
    .update([request.method, target, timestamp, nonce, bodyHash].join('\n'))
    .digest();
  const given = Buffer.from(header('x-signature'), 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  state.nonces.set(nonce, seconds + WINDOW_S);
  state.signedRequests += 1;
  return true;
}
