import { Failure } from '../failure/failure.ts';
import type { CallScope } from '../server/call-context.ts';
import { isLoopback } from './base-url.ts';
import type { Endpoint } from './endpoint.ts';
import { createExchange } from './exchange.ts';
import { toFailure } from './failure-map.ts';
import type { Http } from './http.ts';
import { createInFlight } from './in-flight.ts';
import { createKnownAnswers } from './known-answers.ts';
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
  const known = createKnownAnswers(options, hostOf);
  const inFlight = createInFlight();

  const read = async <P, R>(endpoint: Endpoint<P, R>, request: PreparedRequest, params: P, scope: CallScope) => {
    const name = await known.nameOf(endpoint, request, params);
    const anew = endpoint.anewForWrites === true && scope.forWrite === true;
    const found = anew ? undefined : known.find(name);
    if (found !== undefined) return found as R;
    return inFlight.join(name, scope.signal, async (signal) => {
      const keep = known.keeper(name, endpoint, params);
      const { value, bytes } = await exchange(endpoint, request, signal);
      return keep(value, bytes);
    });
  };

  const write = async <P, R>(endpoint: Endpoint<P, R>, request: PreparedRequest, params: P, scope: CallScope) => {
    if (!scope.mayWrite()) throw writeTooEarly();
    try {
      return (await exchange(endpoint, request, scope.signal)).value;
    } finally {
      known.written(params);
    }
  };

  return {
    forget: known.forget,
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
