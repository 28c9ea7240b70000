import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Secret } from '@core/secrets';
import type { WebhookSpec } from '../provider/webhook.ts';

/** Where deliveries of a platform are taken, and what follows. */
export interface WebhookReceiver {
  /** `/webhook` */
  readonly path: string;
  readonly secret: Secret;
  readonly read: WebhookSpec['read'];
  /** Called for every delivery with the right secret, before the platform is answered. */
  readonly onDelivery: (changed: readonly string[]) => void;
}

/** Deliveries hold whole objects, several at a time. */
const largestDelivery = 4 * 1024 * 1024;

/**
 * Takes one delivery. The platform is answered 200 as soon as the secret is right, because it sends again what is answered
 * otherwise; a wrong secret, another form and too much are refused without a word about why.
 */
export async function takeDelivery(
  request: IncomingMessage,
  response: ServerResponse,
  receiver: WebhookReceiver,
): Promise<void> {
  if (request.method !== 'POST') return end(response, 405);
  const body = await readJson(request);
  if (body === undefined) return end(response, 400);
  const delivery = receiver.read(body);
  if (delivery === undefined) return end(response, 400);
  if (!sameSecret(delivery.secret, receiver.secret)) return end(response, 401);
  receiver.onDelivery(delivery.changed);
  end(response, 200);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > largestDelivery) return undefined;
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Digests in constant time: the time of a refusal tells nothing about the secret. */
function sameSecret(sent: string, secret: Secret): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(sent), digest(secret.reveal()));
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end('{}');
}
