import type * as z from 'zod';
import type { EncodedPath } from './path.ts';

export type QueryValue = string | number | boolean | readonly (string | number)[] | undefined;

/** What comes back: parsed JSON, text, raw bytes, or nothing worth reading. */
export type ResponseForm<R> = z.ZodType<R> | 'text' | 'bytes' | 'none';

/**
 * One upstream operation as data. `P` are its parameters, `R` what it yields.
 * Wire schemas are tolerant (see `wire`), so that a new or missing upstream field never breaks a call.
 */
export interface Endpoint<P, R> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Only for a POST that changes nothing: it is then retried and allowed in read tools. */
  readonly effect?: 'read';
  /** Below the base URL; or a whole address that the service gave, of a host that `HttpOptions.otherHosts` allows. */
  readonly path: (params: P) => EncodedPath | URL;
  /** One of `HttpOptions.hosts`: `path` is below that base URL. Without it, below the main one. */
  readonly host?: string;
  /** A list is sent as one comma-separated value; `undefined` is left out. */
  readonly query?: (params: P) => Readonly<Record<string, QueryValue>>;
  /** JSON body; `undefined` members are left out, `null` is sent. `FormData`, `URLSearchParams` and bytes are sent as such. */
  readonly body?: (params: P) => unknown;
  readonly response: ResponseForm<R>;
  /** How long the same answer may be reused. Writes of the same account drop it: see `HttpOptions.subject`. */
  readonly cacheSeconds?: number;
  /** What a change is computed from and checked against: a tool that writes reads it anew, in the preview and again to commit. */
  readonly anewForWrites?: true;
  /** A catalogue that no write of ours changes: kept until it expires. */
  readonly fixed?: true;
  /** Requests that this answer answers too, for as long: a list of whole objects holds each of them. Reads only. */
  alsoAnswers?(value: NoInfer<R>, params: NoInfer<P>): readonly Answered[];
  /** Largest body read, in bytes; default 25 MB. */
  readonly maxBytes?: number;
}

/** An answer to a request that was not sent. Make it with `answered`. */
export interface Answered {
  readonly endpoint: Endpoint<unknown, unknown>;
  readonly params: unknown;
  readonly value: unknown;
}

/** Types an answer that another request's answer holds. */
export function answered<P, R>(endpoint: Endpoint<P, R>, params: P, value: R): Answered {
  return { endpoint: endpoint as Endpoint<unknown, unknown>, params, value };
}

type Yield<F> = F extends 'text'
  ? string
  : F extends 'bytes'
    ? Uint8Array
    : F extends 'none'
      ? undefined
      : F extends z.ZodType<infer R>
        ? R
        : never;

/** Types an endpoint; the result type follows from `response`. */
export function endpoint<P>() {
  return <F extends z.ZodType | 'text' | 'bytes' | 'none'>(
    spec: Omit<Endpoint<P, Yield<F>>, 'response'> & { readonly response: F },
  ): Endpoint<P, Yield<F>> => spec as unknown as Endpoint<P, Yield<F>>;
}
