import { Failure } from '../failure/failure.ts';
import type { Endpoint, QueryValue } from './endpoint.ts';
import type { ForbiddenEndpoint } from './http.ts';
import type { HttpOptions } from './options.ts';
import type { EncodedPath } from './path.ts';

/** A host of the service, checked. */
export interface Host {
  readonly base: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** An endpoint with its parameters filled in. */
export interface PreparedRequest {
  readonly method: string;
  readonly url: URL;
  /** Whether it changes something upstream. */
  readonly write: boolean;
  readonly body: unknown;
  /** What its host expects beside the credential. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Fills an endpoint's template. A list in the query is sent as one comma-separated value. */
export function prepare<P, R>({ base, headers }: Host, endpoint: Endpoint<P, R>, params: P): PreparedRequest {
  const path = endpoint.path(params);
  const url = path instanceof URL ? new URL(path) : below(base, path);
  for (const [name, value] of Object.entries(endpoint.query?.(params) ?? {})) {
    const text = queryText(value);
    if (text !== undefined) url.searchParams.set(name, text);
  }
  return {
    method: endpoint.method,
    url,
    write: endpoint.method !== 'GET' && endpoint.effect !== 'read',
    body: endpoint.body?.(params),
    headers,
  };
}

function below(base: URL, path: EncodedPath): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
  return url;
}

/**
 * Refuses an address of a host that the provider does not expect: it came from outside.
 *
 * @throws Failure `blocked`
 */
export function refuseOtherHost({ url }: PreparedRequest, base: URL, options: HttpOptions): void {
  if (url.origin === base.origin || options.otherHosts?.(url) === true) return;
  throw new Failure('blocked', `${options.service} named a host that is not one of its own`, {
    next: 'tell the user; nothing was sent there',
    cause: new Error(`refused host: ${url.host}`),
  });
}

function queryText(value: QueryValue): string | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join(',') : String(value);
}

/**
 * Refuses what must never be called. `path` is matched against the path below the base URL, with a leading slash:
 * `/athlete/i1/activities`.
 *
 * @throws Failure `blocked`
 */
export function refuseForbidden(request: PreparedRequest, base: URL, forbidden: readonly ForbiddenEndpoint[]): void {
  const below = request.url.pathname.slice(base.pathname.replace(/\/$/, '').length);
  for (const { method, path, incident } of forbidden) {
    if (method.toUpperCase() === request.method && path.test(below)) {
      throw new Failure('blocked', `This request is never sent: ${incident}`, {
        next: 'use another tool; this one cannot be unblocked',
      });
    }
  }
}
