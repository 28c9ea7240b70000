import type { Answer } from '../engine/emulator.ts';

/** How long the silent fault says nothing. */
export const SILENCE_MS = 60_000;
/** The drip gives one byte each interval. */
export const DRIP_INTERVAL_MS = 250;

/** Gives an answer the way the global fetch would over a connection with this fault. */
export async function overFetch({ response, wire }: Answer, signal: AbortSignal): Promise<Response> {
  switch (wire) {
    case undefined:
      return response;
    case 'refused':
      throw fetchFailed('ECONNREFUSED', 'connect ECONNREFUSED');
    case 'reset':
    case 'answer-lost':
      throw fetchFailed('UND_ERR_SOCKET', 'other side closed');
    case 'silence':
      await pause(SILENCE_MS, signal);
      throw fetchFailed('UND_ERR_HEADERS_TIMEOUT', 'Headers Timeout Error');
    case 'closed-mid-body':
      return broken(response);
    case 'drip':
      return dripping(response, signal);
  }
}

function fetchFailed(code: string, message: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

async function broken(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2))),
    pull: (controller) => controller.error(new TypeError('terminated', { cause: fetchFailed('UND_ERR_SOCKET', '') })),
  });
  return new Response(stream, { status: withBodyStatus(response.status), headers: response.headers });
}

async function dripping(response: Response, signal: AbortSignal): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at >= bytes.length) return controller.close();
      await pause(DRIP_INTERVAL_MS, signal);
      controller.enqueue(bytes.slice(at, at + 1));
      at += 1;
    },
  });
  return new Response(stream, { status: withBodyStatus(response.status), headers: response.headers });
}

function withBodyStatus(status: number): number {
  return status === 204 ? 200 : status;
}

/** Resolves after the time, rejects with the signal's reason when that comes first. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
