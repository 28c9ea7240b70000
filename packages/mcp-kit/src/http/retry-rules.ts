import { HTTPError, type RetryOptions } from 'ky';
import { NoAnswer } from './no-answer.ts';
import type { HttpOptions } from './options.ts';

/** Answers that say "not now" rather than "no". 520–524 are a CDN's words for an origin that is away. */
const passing = [429, 502, 503, 504, 520, 521, 522, 523, 524];

/**
 * When a request is sent again: only reads, only after a lost connection or a passing refusal, and only when the wait
 * that the service asks for is short and fits into the time left. Writes are sent once, also after a 429: nothing in
 * HTTP says that a refused write was not counted, and a person is there to decide.
 */
export function retryRules(options: HttpOptions, write: boolean, totalTimeout: number): RetryOptions {
  const started = performance.now();
  const backoff = options.backoffMs ?? 300;
  return {
    limit: write ? 0 : (options.retries ?? 2),
    methods: ['get', 'post', 'put', 'delete'],
    statusCodes: passing,
    afterStatusCodes: passing,
    delay: (attempt) => backoff * 2 ** (attempt - 1),
    jitter: (delay) => delay * (0.5 + Math.random() / 2),
    shouldRetry: ({ error }) => {
      if (error instanceof NoAnswer) return error.reason === 'lost' || error.reason === 'unsent';
      if (!(error instanceof HTTPError)) return false;
      const wait = Number(error.response.headers.get('retry-after') ?? 0);
      const left = (totalTimeout - (performance.now() - started)) / 1000;
      return wait <= (options.maxRetryAfterSeconds ?? 15) && wait < left ? undefined : false;
    },
  };
}
