import ky, { HTTPError } from 'ky';
import { Failure } from '../failure/failure.ts';
import type { CallScope } from '../server/call-context.ts';
import { readAnswer } from './answer.ts';
import { createAnswerCache } from './answer-cache.ts';
import { attemptWith } from './attempt.ts';
import { isLoopback } from './base-url.ts';
import type { Endpoint } from './endpoint.ts';
import { toFailure } from './failure-map.ts';
import { freeze } from './freeze.ts';
import type { Http } from './http.ts';
import { createInFlight } from './in-flight.ts';
import type { HttpOptions } from './options.ts';
import { createSlots } from './pacing.ts';
import { type PreparedRequest, prepare, refuseForbidden, refuseOtherHost } from './request.ts';
import { retryRules } from './retry-rules.ts';

const defaultMaxBytes = 25_000_000;

interface Answer<R> {
  readonly value: R;
  readonly bytes: number;
}

/**
 * The one way to the service of one account. Slots, cache and shared requests live here, so create it once per connection
 * and call `scoped` per tool call.
 *
 * @throws RangeError for a base URL that is neither https nor loopback.
 */
export function createHttp(options: HttpOptions): Http {
  const base = checkedBase(options.baseUrl);
  const slots = createSlots(options.pacing ?? { gapMs: 100, concurrency: 4 });
  const cache = createAnswerCache(options.cacheBytes ?? 32_000_000, options.now ?? (() => new Date()));
  const inFlight = createInFlight();
  const numbers = new WeakMap<object, number>();
  let endpoints = 0;
  let generation = 0;
  let lastAccount: string | undefined;
  let renewal: Promise<boolean> | undefined;

  const forget = (): void => {
    // Also parts from reads under way: what they bring may be older than the change.
    generation += 1;
    cache.clear();
  };

  const keyOf = async (endpoint: object, { method, url, body }: PreparedRequest): Promise<string> => {
    const account = await options.account();
    if (account !== lastAccount) forget();
    lastAccount = account;
    const number = numbers.get(endpoint) ?? endpoints++;
    numbers.set(endpoint, number);
    return JSON.stringify([account, generation, number, method, url.href, body]);
  };

  const renew = (): Promise<boolean> => {
    renewal ??= (options.onUnauthorized?.() ?? Promise.resolve(false)).finally(() => {
      renewal = undefined;
    });
    return renewal;
  };

  const exchange = async <P, R>(
    endpoint: Endpoint<P, R>,
    request: PreparedRequest,
    signal: AbortSignal,
  ): Promise<Answer<R>> => {
    const maxBytes = endpoint.maxBytes ?? defaultMaxBytes;
    let sent = false;
    const attempt = attemptWith({
      options,
      slots,
      maxBytes,
      write: request.write,
      signal,
      onSent: () => {
        sent = true;
      },
    });
    try {
      const response = await sendOnceRenewed(options, request, attempt, signal, renew);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const value = await readAnswer(endpoint.response, bytes, response.headers.get('content-type') ?? '', maxBytes);
      return { value, bytes: bytes.byteLength };
    } catch (error) {
      const { method, write } = request;
      throw toFailure(error, { options, method, path: request.url.pathname, write, sent, signal });
    }
  };

  const read = async <P, R>(endpoint: Endpoint<P, R>, request: PreparedRequest, scope: CallScope): Promise<R> => {
    const key = await keyOf(endpoint, request);
    const known = cache.get(key);
    if (known !== undefined) return known as R;
    const born = generation;
    return inFlight.join(key, scope.signal, async (signal) => {
      const { value, bytes } = await exchange(endpoint, request, signal);
      const shared = freeze(value);
      if (born === generation) cache.put(key, shared, endpoint.cacheSeconds ?? 0, bytes);
      return shared;
    });
  };

  const write = async <P, R>(endpoint: Endpoint<P, R>, request: PreparedRequest, scope: CallScope): Promise<R> => {
    if (!scope.mayWrite()) {
      throw new Failure('internal', 'This tool tried to write before the change was confirmed; nothing was sent', {
        next: 'tell the user to report it: the tool has a defect',
      });
    }
    try {
      return (await exchange(endpoint, request, scope.signal)).value;
    } finally {
      forget();
    }
  };

  return {
    forget,
    scoped: (scope) => ({
      send: async (endpoint, params) => {
        const request = prepare(base, endpoint, params);
        refuseOtherHost(request, base, options);
        refuseForbidden(request, base, options.forbidden ?? []);
        try {
          return await (request.write ? write : read)(endpoint, request, scope);
        } catch (error) {
          const { method, write } = request;
          throw toFailure(error, {
            options,
            method,
            path: request.url.pathname,
            write,
            sent: false,
            signal: scope.signal,
          });
        }
      },
    }),
  };
}

/** Sends; after a 401 that `renew` could cure, once more with the new credential. */
async function sendOnceRenewed(
  options: HttpOptions,
  request: PreparedRequest,
  attempt: typeof fetch,
  signal: AbortSignal,
  renew: () => Promise<boolean>,
): Promise<Response> {
  const started = performance.now();
  const total = options.totalTimeoutMs ?? 45_000;
  const send = (): Promise<Response> =>
    sendWithKy(options, request, attempt, signal, Math.max(1, total - (performance.now() - started)));
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof HTTPError) || error.response.status !== 401 || !(await renew())) throw error;
    return send();
  }
}

function sendWithKy(
  options: HttpOptions,
  { method, url, body, write }: PreparedRequest,
  attempt: typeof fetch,
  signal: AbortSignal,
  totalTimeout: number,
): Promise<Response> {
  const raw = body instanceof FormData || body instanceof Uint8Array ? body : undefined;
  const payload = raw !== undefined ? { body: raw as FormData } : body === undefined ? {} : { json: body };
  return ky(url, {
    method,
    headers: {
      accept: 'application/json, */*;q=0.5',
      ...(options.userAgent === undefined ? {} : { 'user-agent': options.userAgent }),
    },
    ...payload,
    signal,
    fetch: attempt,
    // The attempt itself is timed by `attemptWith`, which does not count the wait for a slot.
    timeout: false,
    totalTimeout,
    retry: retryRules(options, write, totalTimeout),
  });
}

function checkedBase(text: string): URL {
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new RangeError(`The base URL of a service must be https, or http on this machine: ${url.origin}`);
  }
  return url;
}
