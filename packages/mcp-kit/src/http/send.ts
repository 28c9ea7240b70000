import ky, { HTTPError, TimeoutError } from 'ky';
import { NoAnswer, Refused } from './no-answer.ts';
import type { HttpOptions } from './options.ts';
import type { PreparedRequest } from './request.ts';
import { retryRules } from './retry-rules.ts';

/**
 * Sends a request with its retries. Loaded at the first request: ky and the fetch below it cost a third of the start of a
 * server, and a client that only lists tools never needs them.
 *
 * @throws Refused, NoAnswer, whatever `attempt` throws, or the reason of the signal.
 */
export async function send(
  options: HttpOptions,
  { method, url, body, write, headers }: PreparedRequest,
  attempt: typeof fetch,
  signal: AbortSignal,
  totalTimeout: number,
): Promise<Response> {
  const payload = body === undefined ? {} : isSentAsIs(body) ? { body: body as FormData } : { json: body };
  try {
    return await ky(url, {
      method,
      headers: {
        accept: 'application/json, */*;q=0.5',
        ...(options.userAgent === undefined ? {} : { 'user-agent': options.userAgent }),
        ...headers,
      },
      ...payload,
      signal,
      fetch: attempt,
      // The attempt itself is timed by `attemptWith`, which does not count the wait for a slot.
      timeout: false,
      totalTimeout,
      retry: retryRules(options, write, totalTimeout),
    });
  } catch (error) {
    throw inOurWords(error);
  }
}

function isSentAsIs(body: unknown): boolean {
  return body instanceof FormData || body instanceof URLSearchParams || body instanceof Uint8Array;
}

function inOurWords(error: unknown): unknown {
  if (error instanceof TimeoutError) return new NoAnswer('timeout', 'no answer before the total deadline', error);
  if (!(error instanceof HTTPError)) return error;
  const wait = error.response.headers.get('retry-after');
  return new Refused(error.response.status, wait === null ? undefined : Number(wait), error.data);
}
