import type { Failure } from '../failure/failure.ts';
import type { Logger } from '../log/logger.ts';
import type { ForbiddenEndpoint } from './http.ts';

/** What a provider reads out of an error answer: our words and validated values only, never the upstream's text. */
export interface Explanation {
  readonly message: string;
  readonly next?: string;
  readonly kind?: Failure['kind'];
}

/** What an error answer said, as handed to `explain`. */
export interface ErrorAnswer {
  readonly status: number;
  /** The body, parsed when it was JSON; `undefined` otherwise. Upstream text: compare it, never quote it. */
  readonly body: unknown;
  /** The body when it was not JSON. As above. */
  readonly text?: string | undefined;
  readonly method: string;
  readonly write: boolean;
}

export interface Pacing {
  /** Smallest time between two requests, in milliseconds. */
  readonly gapMs: number;
  /** Requests that may be under way at once. */
  readonly concurrency: number;
}

/** A further host of the same service and account. */
export interface HostOptions {
  /** As `HttpOptions.baseUrl`. */
  readonly baseUrl: string;
  /** Headers that this host expects beside the credential. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Everything about one account at one service. */
export interface HttpOptions {
  /** The platform as people know it: `Intervals.icu`. */
  readonly service: string;
  /** Fixed in code, or what `checkBaseUrl` let through. https, or http on loopback. */
  readonly baseUrl: string;
  /** Adds the credential to a request that is about to leave. Called for every attempt, so that a renewed token is used. */
  readonly authorize: (headers: Headers) => Promise<void> | void;
  /** Fingerprint of the credential (and region): part of every cache key. A changed fingerprint drops the cache. */
  readonly account: () => Promise<string> | string;
  /**
   * Renews the credential after a 401; `true` when there is a new one, and the request is then sent once more. Allowed
   * for writes too: a 401 is given before the request is looked at. `refused` are the headers that were sent: a token
   * that was renewed in the meantime need not be renewed again.
   */
  readonly onUnauthorized?: (refused: Headers) => Promise<boolean>;
  /** Command that renews the login, named in the `auth` failure. */
  readonly loginCommand: string;
  /**
   * Further hosts of the service, by the name that an endpoint gives as `host`. They take the same credential and share
   * pacing, cache and renewal with the main one.
   */
  readonly hosts?: Readonly<Record<string, HostOptions>>;
  /** Whether reads follow redirects inside their origin; default yes. `refuse` for an exchange of credentials. */
  readonly redirects?: 'same-origin' | 'refuse';
  /** Other hosts that an endpoint with a whole address may name; none without it. `authorize` runs for them too. */
  readonly otherHosts?: (url: URL) => boolean;
  readonly explain?: (answer: ErrorAnswer) => Explanation | undefined;
  readonly forbidden?: readonly ForbiddenEndpoint[];
  readonly log: Logger;
  /** Replaces the network. */
  readonly fetch?: typeof globalThis.fetch;
  /** Clock of the cache; default the system's. */
  readonly now?: () => Date;
  readonly userAgent?: string;
  /** Default 100 ms apart, 4 at once. */
  readonly pacing?: Pacing;
  /** One attempt, from the first byte sent to the last byte read; default 20,000 ms. */
  readonly timeoutMs?: number;
  /** Everything: waiting for a slot, attempts, the waits between them; default 45,000 ms. */
  readonly totalTimeoutMs?: number;
  /** A read waits this long when a 429 or 503 asks for it, otherwise the call fails at once; default 15 s. */
  readonly maxRetryAfterSeconds?: number;
  /** Attempts after the first, reads only; default 2. */
  readonly retries?: number;
  /** First wait before a retry; doubles each time, with jitter; default 300 ms. */
  readonly backoffMs?: number;
  /**
   * Whom a request is about, from its parameters; `undefined`: nobody in particular. A write about somebody drops what is
   * cached about the same one and about nobody, any other write drops everything. Without it every write drops everything.
   */
  readonly subject?: (params: unknown) => string | undefined;
  /** Memory for cached answers, counted as bytes received; default 32 MB. */
  readonly cacheBytes?: number;
}
