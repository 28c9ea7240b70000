import type { Endpoint, ScopedHttp } from '@core/mcp-kit/http';

/** The endpoints of one module as functions: what takes parameters and gives the wire shape. */
export type Bound<M> = {
  readonly [K in keyof M as M[K] extends Endpoint<never, unknown> ? K : never]: M[K] extends Endpoint<infer P, infer R>
    ? (params: P) => Promise<R>
    : never;
};

/** Binds every endpoint of a module to one call's HTTP client. */
export function bound<const M extends object>(http: ScopedHttp, endpoints: M): Bound<M> {
  const functions = Object.entries(endpoints)
    .filter(([, endpoint]) => typeof endpoint === 'object')
    .map(([name, endpoint]) => [name, (params: unknown) => http.send(endpoint as Endpoint<unknown, unknown>, params)]);
  return Object.fromEntries(functions) as Bound<M>;
}
