import { createAges } from './ages.ts';
import { createAnswerCache } from './answer-cache.ts';
import type { Answered, Endpoint } from './endpoint.ts';
import { freeze } from './freeze.ts';
import type { HttpOptions } from './options.ts';
import { type Host, type PreparedRequest, prepare } from './request.ts';

/** Keeps the answer to one request, and what else it answers. Yields the answer, frozen: others may be given the same. */
type Keep<R> = (value: R, bytes: number) => Promise<R>;

/** What earlier answers of one account said, until it is too old or a write may have changed it. */
export interface KnownAnswers {
  /** The name of a request: of its account, address and body, and of the time since the last write that concerns it. */
  readonly nameOf: <P, R>(endpoint: Endpoint<P, R>, request: PreparedRequest, params: P) => Promise<string>;
  /** The answer under a name; `undefined` when nobody asked lately. */
  readonly find: (name: string) => unknown;
  /** Call it before the request leaves: an answer that a write overtakes is handed on and not kept. */
  readonly keeper: <P, R>(name: string, endpoint: Endpoint<P, R>, params: P) => Keep<R>;
  /** A write with these parameters was sent: what it may have changed is no longer known. */
  readonly written: (params: unknown) => void;
  readonly forget: () => void;
}

export function createKnownAnswers(options: HttpOptions, hostOf: (name: string | undefined) => Host): KnownAnswers {
  const cache = createAnswerCache(options.cacheBytes ?? 32_000_000, options.now ?? (() => new Date()));
  const numberOf = createNumbering();
  const ages = createAges();
  let lastAccount: string | undefined;

  const subjectOf = (params: unknown) => options.subject?.(params);
  const ageOf = ({ fixed }: Pick<Endpoint<never, never>, 'fixed'>, params: unknown) =>
    fixed === true ? ages.ofFixed() : ages.of(subjectOf(params));

  const forget = (): void => {
    // Also parts from reads under way: what they bring may be older than the change.
    ages.endAll();
    cache.clear();
  };

  /** Fields by their text; a form holds streams, so two forms are never taken for the same. */
  const bodyName = (body: unknown): unknown => {
    if (body instanceof URLSearchParams) return body.toString();
    return body instanceof FormData ? numberOf(body) : body;
  };

  const nameOf = async (
    endpoint: Pick<Endpoint<never, never>, 'fixed'>,
    { method, url, body }: PreparedRequest,
    params: unknown,
  ): Promise<string> => {
    const account = await options.account();
    if (account !== lastAccount) forget();
    lastAccount = account;
    return JSON.stringify([account, ageOf(endpoint, params), numberOf(endpoint), method, url.href, bodyName(body)]);
  };

  const keepOther = async ({ endpoint, params, value }: Answered, born: string, seconds: number, bytes: number) => {
    const name = await nameOf(endpoint, prepare(hostOf(endpoint.host), endpoint, params), params);
    if (born === ageOf(endpoint, params)) cache.put(name, freeze(value), seconds, bytes);
  };

  return {
    forget,
    nameOf,
    find: (name) => cache.get(name),
    keeper: (name, endpoint, params) => {
      const born = ageOf(endpoint, params);
      return async (value, bytes) => {
        const shared = freeze(value);
        if (born !== ageOf(endpoint, params)) return shared;
        const { cacheSeconds = 0, alsoAnswers } = endpoint;
        cache.put(name, shared, cacheSeconds, bytes);
        const others = alsoAnswers?.(shared, params) ?? [];
        for (const other of others) await keepOther(other, born, cacheSeconds, bytes / others.length);
        return shared;
      };
    },
    written: (params) => {
      const subject = subjectOf(params);
      if (subject === undefined) ages.endWrittenAbout();
      else ages.end(subject);
    },
  };
}

/** Numbers objects in the order in which they are first seen: two endpoints may read one address in two ways. */
function createNumbering(): (object: object) => number {
  const numbers = new WeakMap<object, number>();
  let seen = 0;
  return (object) => {
    const number = numbers.get(object) ?? seen++;
    numbers.set(object, number);
    return number;
  };
}
