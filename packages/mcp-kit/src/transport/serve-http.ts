import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostHeaderValidation, originValidation, toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, type McpServerFactory } from '@modelcontextprotocol/server';
import { isLoopback } from '../http/base-url.ts';
import type { Logger } from '../log/logger.ts';
import { carriesToken } from './bearer.ts';
import { type BindRules, checkBind } from './bind-rules.ts';
import { createDoor, type Door } from './door.ts';
import { onStopSignals, type SignalSource } from './stop-signals.ts';
import { takeDelivery, type WebhookReceiver } from './webhook.ts';

export interface HttpServeOptions extends BindRules {
  /** 0 picks a free one. */
  readonly port: number;
  /** Path of the endpoint, `/mcp`. */
  readonly path: string;
  readonly version: string;
  readonly signals: SignalSource;
  readonly log: Logger;
  /** Takes deliveries of the platform beside the endpoint; clients that listen are told what changed. */
  readonly webhook?: WebhookReceiver;
  /** Largest request body; default 1 MiB. */
  readonly maxBodyBytes?: number;
  /** How long calls under way may take to finish after the request to stop; default 60 s. */
  readonly drainMs?: number;
}

export interface HttpService {
  /** `http://127.0.0.1:8000/mcp` */
  readonly url: string;
  /** Resolves when the service has stopped. */
  readonly stopped: Promise<void>;
  /** Refuses new work, finishes what is under way, then stops. */
  readonly stop: () => Promise<void>;
}

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Serves Streamable HTTP, every request by a fresh server of the factory, until a stop signal comes.
 *
 * @throws Failure `bad_input` for an unsafe bind, Error when the port is taken.
 */
export async function serveHttp(factory: McpServerFactory, options: HttpServeOptions): Promise<HttpService> {
  checkBind(options);
  const { log, drainMs = 60_000, maxBodyBytes = 1_048_576 } = options;
  const report = (cause: Error): void => log.log('warn', 'http', { cause });
  const handler = createMcpHandler(factory, { maxRequestBodySize: maxBodyBytes, onerror: report });
  const answer = toNodeHandler(handler, { maxRequestBodySize: maxBodyBytes, onerror: report });
  const door = createDoor();
  const guard = guardOf(options);
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, (request, response) => {
    if (!guard(request, response)) return;
    if (pathOf(request) === '/health') {
      health(response, options.version, door);
    } else if (options.webhook !== undefined && pathOf(request) === options.webhook.path) {
      void takeDelivery(request, response, telling(options.webhook, handler.notify));
    } else if (pathOf(request) !== options.path) {
      refuse(response, 404, `There is nothing here; the endpoint is ${options.path}`);
    } else if (!mayCall(request, options)) {
      response.setHeader('www-authenticate', 'Bearer');
      refuse(response, 401, 'Send the token as: Authorization: Bearer <token>');
    } else if (!door.enter(request, response)) {
      response.setHeader('retry-after', '5');
      refuse(response, 503, 'The server is stopping');
    } else {
      void answer(request as Parameters<typeof answer>[0], response);
    }
  });
  const url = await listen(server, options);
  const stopped = Promise.withResolvers<void>();
  const close = async (): Promise<void> => {
    await handler.close();
    server.closeAllConnections();
    deafen();
    stopped.resolve();
  };
  const stop = async (): Promise<void> => {
    log.log('info', 'stopping', { underWay: door.inside() });
    server.close();
    await door.shut(drainMs);
    await close();
  };
  const deafen = onStopSignals(
    options.signals,
    () => void stop(),
    () => void close(),
  );
  return { url, stop, stopped: stopped.promise };
}

/** Host and Origin checks, before anything else looks at the request. */
function guardOf({ host, allowedHosts, allowedOrigins }: HttpServeOptions) {
  // A page elsewhere cannot send the names of this machine as the host of another address; health checks on it do.
  const hosts = hostHeaderValidation([...thisMachine, ...allowedHosts]);
  const origins = originValidation([...(isLoopback(host) ? thisMachine : []), ...allowedHosts, ...allowedOrigins]);
  return (request: IncomingMessage, response: ServerResponse): boolean =>
    hosts(request, response) && origins(request, response);
}

/** The receiver, with the clients that listen told after its own work. */
function telling(receiver: WebhookReceiver, notify: { resourceUpdated: (uri: string) => void }): WebhookReceiver {
  return {
    ...receiver,
    onDelivery: (changed) => {
      receiver.onDelivery(changed);
      for (const uri of changed) notify.resourceUpdated(uri);
    },
  };
}

function mayCall(request: IncomingMessage, { token, withoutToken }: HttpServeOptions): boolean {
  return token === undefined ? withoutToken : carriesToken(request, token);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').replace(/\?.*$/, '');
}

function health(response: ServerResponse, version: string, door: Door): void {
  const status = door.isOpen() ? 'ok' : 'stopping';
  response
    .writeHead(status === 'ok' ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ status, version }));
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -32_000, message } }));
}

function listen(server: Server, { host, port, path }: HttpServeOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}${path}`);
    });
  });
}
