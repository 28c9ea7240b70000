import { onTestFinished } from 'vitest';
import { Failure } from '../src/failure/failure.ts';
import { createHttp } from '../src/http/create-http.ts';
import type { Http, ScopedHttp } from '../src/http/http.ts';
import type { HttpOptions } from '../src/http/options.ts';
import type { CallScope } from '../src/server/call-context.ts';
import { type LoopbackServer, loopbackServer } from './loopback-server.ts';

/** A client with short times, so that a test of a deadline takes a fraction of a second. */
export function client(baseUrl: string, options: Partial<HttpOptions> = {}): Http {
  return createHttp({
    service: 'Velodrome',
    baseUrl,
    authorize: (headers) => headers.set('authorization', 'Bearer sesame'),
    account: () => 'account-1',
    loginCommand: 'npx velodrome-mcp auth login',
    log: { log: () => {} },
    pacing: { gapMs: 0, concurrency: 4 },
    timeoutMs: 600,
    totalTimeoutMs: 2_000,
    backoffMs: 10,
    ...options,
  });
}

/** A call that may write, unless told otherwise. */
export function scope(signal = new AbortController().signal, mayWrite = true): CallScope {
  return { signal, mayWrite: () => mayWrite };
}

export interface Rig {
  readonly server: LoopbackServer;
  readonly http: Http;
  readonly send: ScopedHttp['send'];
}

/** A loopback server and a client for it, closed when the test ends. */
export async function rig(
  answer: Parameters<typeof loopbackServer>[0],
  options: Partial<HttpOptions> = {},
): Promise<Rig> {
  const server = await loopbackServer(answer);
  onTestFinished(() => server.close());
  const http = client(`${server.url}/api/v1`, options);
  return { server, http, send: http.scoped(scope()).send };
}

/** The failure that a promise rejects with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const outcome = await promise.then(
    (value) => value,
    (error: unknown) => error,
  );
  if (outcome instanceof Failure) return outcome;
  throw new Error(`expected a Failure, got ${outcome instanceof Error ? outcome.stack : JSON.stringify(outcome)}`);
}
