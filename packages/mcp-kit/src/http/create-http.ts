import { Failure } from '../failure/failure.ts';
import type { CallScope } from '../server/call-context.ts';
import { createAges } from './ages.ts';
import { createAnswerCache } from './answer-cache.ts';
import { isLoopback } from './base-url.ts';
import type { Answered, Endpoint } from './endpoint.ts';
import { createExchange } from './exchange.ts';
import { toFailure } from './failure-map.ts';
import { freeze } from './freeze.ts';
import type { Http } from './http.ts';
import { createInFlight } from './in-flight.ts';
import type { HttpOptions } from './options.ts';
import { type Host, type PreparedRequest, prepare, refuseForbidden, refuseOtherHost } from './request.ts';

/**
 * The one way to the service of one account. Slots, cache and shared requests live here, so create it once per connection
 * and call `scoped` per tool call. What a read yields is frozen, because others may be given the same object.
 *
 * @throws RangeError for a base URL that is neither https nor loopback, and from `send` for a host that is not there.
 */
export function createHttp(options: HttpOptions): Http {
  const hostOf = checkedHosts(options);
  const exchange = createExchange(options);
  const cache = createAnswerCache(options.cacheBytes ?? 32_000_000, options.now ?? (() => new Date()));
  const inFlight = createInFlight();
  const objectNumber = createNumbering();
  const ages = createAges();
  let lastAccount: string | undefined;

  const forget = (): void => {
    // Also parts from reads under way: what they bring may be older than the change.
    ages.endAll();
    cache.clear();
  };

  const subjectOf = (params: unknown) => options.subject?.(params);
  const ageOf = ({ fixed }: Pick<Endpoint<never, never>, 'fixed'>, subject: string | undefined) =>
    fixed === true ? ages.ofFixed() : ages.of(subject);

  const keyOf = async (
    endpoint: Pick<Endpoint<never, never>, 'fixed'>,
    request: PreparedRequest,
    subject: string | undefined,
  ) => {
    const account = await options.account();
    if (account !== lastAccount) forget();
    lastAccount = account;
    const { method, url, body } = request;
    const age = ageOf(endpoint, subject);
    return JSON.stringify([account, age, objectNumber(endpoint), method, url.href, bodyKey(body)]);
  };

  /** Fields by their text; a form holds streams, so two forms are never taken for the same. */
  const bodyKey = (body: unknown): unknown => {
    if (body instanceof URLSearchParams) return body.toString();
    return body instanceof FormData ? objectNumber(body) : body;
  };

  const read = async <P, R>(endpoint: Endpoint<P, R>, request: PreparedRequest, params: P, scope: CallScope) => {
    const subject = subjectOf(params);
    const key = await keyOf(endpoint, request, subject);
    const anew = endpoint.anewForWrites === true && scope.forWrite === true;
    const known = anew ? undefined : cache.get(key);
    if (known !== undefined) return known as R;
    const born = ageOf(endpoint, subject);
    return inFlight.join(key, scope.signal, async (signal) => {
      const { value, bytes } = await exchange(endpoint, request, signal);
      const shared = freeze(value);
      if (born !== ageOf(endpoint, subject)) return shared;
      const seconds = endpoint.cacheSeconds ?? 0;
      cache.put(key, shared, seconds, bytes);
      const others = endpoint.alsoAnswers?.(shared, params) ?? [];
      for (const other of others) await putOther(other, born, seconds, bytes / others.length);
      return shared;
    });
  };

  /** Keeps an answer to a request that was not sent, unless a write came in between. */
  const putOther = async (other: Answered, born: string, seconds: number, bytes: number): Promise<void> => {
    const { endpoint, params, value } = other;
    const subject = subjectOf(params);
    const key = await keyOf(endpoint, prepare(hostOf(endpoint.host), endpoint, params), subject);
    if (born === ageOf(endpoint, subject)) cache.put(key, freeze(value), seconds, bytes);
  };

  const write = async <P, R>(endpoint: Endpoint<P, R>, request: PreparedRequest, params: P, scope: CallScope) => {
    if (!scope.mayWrite()) throw writeTooEarly();
    try {
      return (await exchange(endpoint, request, scope.signal)).value;
    } finally {
      const subject = subjectOf(params);
      if (subject === undefined) ages.endWrittenAbout();
      else ages.end(subject);
    }
  };

  return {
    forget,
    scoped: (scope) => ({
      send: async (endpoint, params) => {
        const host = hostOf(endpoint.host);
        const { base } = host;
        const request = prepare(host, endpoint, params);
        refuseOtherHost(request, base, options);
        refuseForbidden(request, base, options.forbidden ?? []);
        try {
          return await (request.write ? write : read)(endpoint, request, params, scope);
        } catch (error) {
          // What an exchange throws is a Failure already; this is for giving up while sharing somebody else's request.
          const { method, url } = request;
          throw toFailure(error, {
            options,
            method,
            path: url.pathname,
            write: request.write,
            sent: false,
            signal: scope.signal,
          });
        }
      },
    }),
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

function writeTooEarly(): Failure {
  return new Failure('internal', 'This tool tried to write before the change was confirmed; nothing was sent', {
    next: 'tell the user to report it: the tool has a defect',
  });
}

/** The hosts of a service by the name in an endpoint; an endpoint without one goes to the main host. */
function checkedHosts({ baseUrl, hosts = {} }: HttpOptions): (name: string | undefined) => Host {
  const main: Host = { base: checkedBase(baseUrl), headers: {} };
  const others = new Map(
    Object.entries(hosts).map(([name, { baseUrl: url, headers = {} }]): [string, Host] => [
      name,
      { base: checkedBase(url), headers },
    ]),
  );
  return (name) => {
    const host = name === undefined ? main : others.get(name);
    if (host === undefined) throw new RangeError(`An endpoint names a host that the service does not have: ${name}`);
    return host;
  };
}

function checkedBase(text: string): URL {
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new RangeError(`The base URL of a service must be https, or http on this machine: ${url.origin}`);
  }
  return url;
}
