import type { CallScope } from '../server/call-context.ts';
import type { Endpoint } from './endpoint.ts';

/** An endpoint that must never be called, with what happened when somebody did. */
export interface ForbiddenEndpoint {
  readonly method: string;
  readonly path: RegExp;
  readonly incident: string;
}

/** The client bound to one call: its deadline, its cancellation, its write gate. */
export interface ScopedHttp {
  /**
   * Sends one request and yields its parsed answer.
   *
   * Reads are retried (network, 429, 502–504) inside the total deadline, shared while in flight and cached as the endpoint
   * says. Writes are sent once, only after the call was confirmed, and drop what is cached about the same
   * subject.
   *
   * @throws Failure, of every kind of the table in `failure-map.ts`.
   */
  readonly send: <P, R>(endpoint: Endpoint<P, R>, params: P) => Promise<R>;
}

/** One per account. */
export interface Http {
  readonly scoped: (scope: CallScope) => ScopedHttp;
  /** Drops cached answers and whatever is remembered about the account. */
  readonly forget: () => void;
}
