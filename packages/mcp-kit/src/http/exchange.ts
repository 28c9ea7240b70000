import { readAnswer } from './answer.ts';
import { attemptWith } from './attempt.ts';
import type { Endpoint } from './endpoint.ts';
import { toFailure } from './failure-map.ts';
import { Refused } from './no-answer.ts';
import type { HttpOptions } from './options.ts';
import { createSlots } from './pacing.ts';
import type { PreparedRequest } from './request.ts';

const defaultMaxBytes = 25_000_000;

/** What an endpoint yields, and how many bytes it came in. */
export interface Answer<R> {
  readonly value: R;
  readonly bytes: number;
}

/** Sends one prepared request and reads its answer. Throws a Failure, always. */
export type Exchange = <P, R>(
  endpoint: Endpoint<P, R>,
  request: PreparedRequest,
  signal: AbortSignal,
) => Promise<Answer<R>>;

/** The exchanges of one account: they share the slots and the renewal of the credential. */
export function createExchange(options: HttpOptions): Exchange {
  const slots = createSlots(options.pacing ?? { gapMs: 100, concurrency: 4 });
  const renew = createRenewal(options);
  return async (endpoint, request, signal) => {
    const { method, write, url } = request;
    const maxBytes = endpoint.maxBytes ?? defaultMaxBytes;
    let sent = false;
    let used = new Headers();
    const onSent = (headers: Headers): void => {
      sent = true;
      used = headers;
    };
    const attempt = attemptWith({ options, slots, maxBytes, write, signal, onSent });
    try {
      const response = await sendRenewed(options, request, attempt, signal, () => renew(used));
      const bytes = new Uint8Array(await response.arrayBuffer());
      const type = response.headers.get('content-type') ?? '';
      return { value: await readAnswer(endpoint.response, bytes, type, maxBytes), bytes: bytes.byteLength };
    } catch (error) {
      throw toFailure(error, { options, method, path: url.pathname, write, sent, signal });
    }
  };
}

/** Renews the credential once for all requests that met its end together. */
function createRenewal({ onUnauthorized }: HttpOptions): (refused: Headers) => Promise<boolean> {
  let renewal: Promise<boolean> | undefined;
  return async (refused) => {
    if (onUnauthorized === undefined) return false;
    renewal ??= onUnauthorized(refused).finally(() => {
      renewal = undefined;
    });
    return renewal;
  };
}

/** Sends; after a 401 that `renew` could cure, once more with the new credential and the time that is left. */
async function sendRenewed(
  options: HttpOptions,
  request: PreparedRequest,
  attempt: typeof fetch,
  signal: AbortSignal,
  renew: () => Promise<boolean>,
): Promise<Response> {
  const { send } = await import('./send.ts');
  const started = performance.now();
  const total = options.totalTimeoutMs ?? 45_000;
  const attempts = (): Promise<Response> =>
    send(options, request, attempt, signal, Math.max(1, total - (performance.now() - started)));
  try {
    return await attempts();
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401 || !(await renew())) throw error;
    return attempts();
  }
}
