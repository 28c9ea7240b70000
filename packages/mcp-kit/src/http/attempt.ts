import { isFailure } from '../failure/failure.ts';
import { BodyTooLarge, readBody } from './body.ts';
import { NoAnswer } from './no-answer.ts';
import type { HttpOptions } from './options.ts';
import type { Slots } from './pacing.ts';
import { retryAfterSeconds } from './retry-after.ts';

export interface AttemptOptions {
  readonly options: HttpOptions;
  readonly slots: Slots;
  readonly maxBytes: number;
  readonly write: boolean;
  readonly signal: AbortSignal;
  /** Called with the headers when the request is handed to the network. */
  readonly onSent: (headers: Headers) => void;
}

const maxRedirects = 3;
/** Failures of setting up a connection: no request left the machine. */
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH']);

/**
 * One attempt as a `fetch`: waits for a slot, adds the credential, sends, and reads the whole body within the attempt's
 * time and size. ky drives it, so a body that dies half-way is retried like any lost connection.
 */
export function attemptWith({ options, slots, maxBytes, write, signal, onSent }: AttemptOptions): typeof fetch {
  return async (input) => {
    const request = input as Request;
    const either = AbortSignal.any([signal, request.signal]);
    await options.authorize(request.headers);
    return slots.run(either, async () => {
      const deadline = AbortSignal.timeout(options.timeoutMs ?? 20_000);
      const started = performance.now();
      try {
        onSent(request.headers);
        const response = await follow(request, AbortSignal.any([either, deadline]), options, write);
        const body = await readBody(response, maxBytes);
        note(options, request, { status: response.status, bytes: body.byteLength, started });
        return buffered(response, body, options, slots);
      } catch (error) {
        if (!(error instanceof BodyTooLarge)) note(options, request, { status: 'no answer', started });
        throw either.aborted ? either.reason : classify(error, deadline);
      }
    });
  };
}

/** Follows redirects of reads inside the same origin; a credential never travels to another host. */
async function follow(first: Request, signal: AbortSignal, options: HttpOptions, write: boolean): Promise<Response> {
  const send = options.fetch ?? globalThis.fetch;
  let request = new Request(first, { signal, redirect: 'manual' });
  for (let hops = 0; ; hops += 1) {
    const response = await send(request);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const target = URL.canParse(location, request.url) ? new URL(location, request.url) : undefined;
    if (options.redirects === 'refuse') throw new NoAnswer('redirect', 'redirected where no redirect is taken');
    if (target?.origin !== new URL(first.url).origin) throw new NoAnswer('redirect', 'redirected to another host');
    if (write || first.method !== 'GET') throw new NoAnswer('redirect', 'a request with a body was redirected');
    if (hops === maxRedirects) throw new NoAnswer('redirect', `redirected more than ${maxRedirects} times`);
    request = new Request(target, { method: 'GET', headers: first.headers, signal, redirect: 'manual' });
  }
}

/** The answer with its body in memory, and `Retry-After` in seconds whatever form it had. */
function buffered(response: Response, body: Uint8Array<ArrayBuffer>, options: HttpOptions, slots: Slots): Response {
  const headers = new Headers();
  const type = response.headers.get('content-type');
  if (type !== null) headers.set('content-type', type);
  const wait = retryAfterSeconds(response.headers, options.now?.() ?? new Date());
  if (wait !== undefined) headers.set('retry-after', String(wait));
  if (response.status === 429 && wait !== undefined && wait <= (options.maxRetryAfterSeconds ?? 15)) {
    slots.pause(wait * 1000);
  }
  const bodiless = [204, 205, 304].includes(response.status);
  return new Response(bodiless ? null : body, { status: response.status, headers });
}

function classify(error: unknown, deadline: AbortSignal): unknown {
  // A provider's own `fetch` may fail on purpose: a login that was refused while it was being renewed.
  if (error instanceof BodyTooLarge || error instanceof NoAnswer || isFailure(error)) return error;
  if (deadline.aborted) return new NoAnswer('timeout', 'no complete answer within the time of one attempt', error);
  const code = (error as { cause?: { code?: string } } | undefined)?.cause?.code ?? '';
  return unsentCodes.has(code)
    ? new NoAnswer('unsent', 'the service could not be reached', error)
    : new NoAnswer('lost', 'the connection ended before the answer was complete', error);
}

/** One debug line per attempt: path without query, because queries can hold names and dates of people. */
function note(
  options: HttpOptions,
  request: Request,
  { started, ...fields }: { started: number; status: number | string; bytes?: number },
): void {
  const ms = Math.round(performance.now() - started);
  options.log.log('debug', `${request.method} ${new URL(request.url).pathname}`, { ...fields, ms });
}
