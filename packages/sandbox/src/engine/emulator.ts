import { answerInstead, CLOCK_SKEW_MS, tamper } from '../faults/answers.ts';
import type { FaultInjector, InjectedFault } from '../faults/injector.ts';
import { createFaultInjector } from '../faults/injector.ts';
import type { WireFault } from '../faults/list.ts';
import { overFetch } from '../faults/over-fetch.ts';
import type { Clock } from './clock.ts';
import { type LoggedRequest, logRequest } from './request-log.ts';
import { type CompiledRoute, compileRoutes, matchRoute, type Route } from './route.ts';

/** What a handler is given beside the request. */
export interface Context<S> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly url: URL;
  readonly state: S;
  readonly clock: Clock;
  /** Now as this request sees it (a clock fault shifts it). */
  now(): Date;
  /** The raw body; empty when there is none. */
  readonly body: Uint8Array;
  /** The body as text. */
  text(): string;
}

export type Handler<S> = (request: Request, ctx: Context<S>) => Response | Promise<Response>;

export interface EmulatorOptions<S> {
  readonly name: string;
  /** `/api/v1`: prefix of every route whose path does not start with `//`. */
  readonly basePath: string;
  /** The real service's origin, used by the msw handlers. */
  readonly origin: string;
  readonly routes: readonly Route<S>[];
  /** Builds the state; called again by `reset`. */
  readonly state: (clock: Clock) => S;
  readonly clock: Clock;
  /** Runs before every handler; a returned response ends the request (authentication, rate limits). */
  readonly guard?: (request: Request, ctx: Context<S>, route: Route<S>) => Response | undefined;
  /** The service's answer when no route, or no verb of a route, matches. */
  readonly unmatched: (status: 404 | 405, request: Request, url: URL, now: Date) => Response;
  /** Turns what a handler threw into the service's answer; rethrow what is a defect of the emulator. */
  readonly thrown?: (error: unknown, request: Request) => Response;
  /** Runs after every handler: headers that the service adds to all answers. */
  readonly finish?: (response: Response, ctx: Context<S>) => void;
  /** The service's error body for an injected status. */
  readonly errorBody?: (status: number, request: Request) => { body: string; contentType: string };
}

/** A response, and what the transport does to it on the way. */
export interface Answer {
  readonly response: Response;
  readonly wire: WireFault | undefined;
}

export interface Emulator<S> {
  readonly name: string;
  readonly basePath: string;
  readonly origin: string;
  readonly routes: readonly Route<S>[];
  readonly clock: Clock;
  readonly state: S;
  readonly faults: FaultInjector;
  /** Every request since the start or the last reset, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** The requests that changed state, also those whose answer was lost. */
  writes(): LoggedRequest[];
  /** Answers like the global fetch would: rejects for connection faults. */
  fetch(request: Request): Promise<Response>;
  /** Answers for a transport that applies wire faults itself. */
  answer(request: Request): Promise<Answer>;
  /** Back to the seed: state, log and faults. The clock is left alone. */
  reset(): void;
}

/** Builds an emulator from routes and a state factory. Nothing runs until the first request. */
export function createEmulator<S extends object>(options: EmulatorOptions<S>): Emulator<S> {
  const routes = compileRoutes(options.routes, options.basePath);
  const faults = createFaultInjector();
  const requests: LoggedRequest[] = [];
  let state: S | undefined;
  const currentState = () => {
    state ??= options.state(options.clock);
    return state;
  };
  const answer = (request: Request) => respond({ options, routes, faults, requests, currentState }, request);
  return {
    name: options.name,
    basePath: options.basePath,
    origin: options.origin,
    routes: options.routes,
    clock: options.clock,
    get state() {
      return currentState();
    },
    faults,
    requests,
    writes: () => requests.filter((entry) => entry.applied),
    answer,
    fetch: async (request) => overFetch(await answer(request), request.signal),
    reset() {
      state = undefined;
      requests.length = 0;
      faults.clear();
    },
  };
}

interface Inside<S> {
  readonly options: EmulatorOptions<S>;
  readonly routes: readonly CompiledRoute<S>[];
  readonly faults: FaultInjector;
  readonly requests: LoggedRequest[];
  readonly currentState: () => S;
}

async function respond<S>(inside: Inside<S>, request: Request): Promise<Answer> {
  const { options } = inside;
  const url = new URL(request.url);
  const body = new Uint8Array(await request.arrayBuffer());
  const entry = logRequest(request, url, body, options.clock.now());
  inside.requests.push(entry);
  const match = matchRoute(inside.routes, request.method, url.pathname);
  if (match.kind === 'found') entry.route = match.route.name;
  const fault = inside.faults.take({ method: request.method, path: url.pathname, route: entry.route });
  entry.fault = fault?.fault.id;
  const skew = fault?.fault.id === 'clock-skew' ? CLOCK_SKEW_MS : 0;
  const now = () => new Date(options.clock.now().getTime() + skew);

  if (fault?.fault.stage === 'instead') {
    const response = answerInstead(fault, request, options.errorBody);
    entry.status = response.status;
    return { response: stamped(response, now()), wire: undefined };
  }
  const wire = fault?.fault.wire;
  if (wire === 'refused' || wire === 'reset' || wire === 'silence') {
    return { response: new Response(null, { status: 503 }), wire };
  }
  const plain =
    match.kind === 'found'
      ? await handle(inside, request, url, body, match.route.route, match.params, now)
      : options.unmatched(match.kind === 'not-found' ? 404 : 405, request, url, now());
  entry.applied = request.method !== 'GET' && request.method !== 'HEAD' && match.kind === 'found' && plain.status < 400;
  entry.status = wire === 'answer-lost' ? undefined : plain.status;
  return { response: stamped(await altered(plain, fault), now()), wire };
}

async function handle<S>(
  inside: Inside<S>,
  request: Request,
  url: URL,
  body: Uint8Array,
  route: Route<S>,
  params: Record<string, string>,
  now: () => Date,
): Promise<Response> {
  const { options } = inside;
  const ctx: Context<S> = {
    params,
    query: url.searchParams,
    url,
    state: inside.currentState(),
    clock: options.clock,
    now,
    body,
    text: () => new TextDecoder().decode(body),
  };
  try {
    const response = options.guard?.(request, ctx, route) ?? (await route.handler(request, ctx));
    options.finish?.(response, ctx);
    return response;
  } catch (error) {
    if (options.thrown) return options.thrown(error, request);
    throw error;
  }
}

async function altered(response: Response, fault: InjectedFault | undefined): Promise<Response> {
  return fault?.fault.stage === 'reply' ? tamper(fault, response) : response;
}

function stamped(response: Response, now: Date): Response {
  if (!response.headers.has('date')) response.headers.set('date', now.toUTCString());
  return response;
}
