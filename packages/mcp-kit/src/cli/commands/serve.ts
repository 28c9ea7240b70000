import type { McpServerFactory } from '@modelcontextprotocol/server';
import { createServer } from '../../server/create-server.ts';
import type { Runtime } from '../../server/runtime.ts';
import { serveStdio } from '../../transport/serve-stdio.ts';
import type { WebhookReceiver } from '../../transport/webhook.ts';
import type { CommandContext } from '../command.ts';
import { authFailure, commandOf, httpToken, specOf } from '../credentials.ts';
import { exitCodes } from '../exit-codes.ts';
import { openRuntime } from '../open-runtime.ts';
import { isOn, list, text } from '../resolve.ts';
import { UsageError } from '../usage-error.ts';

/** Serves until the client is gone or a stop signal comes. */
export async function serve(context: CommandContext): Promise<number> {
  const { host, log, provider, config } = context;
  if (context.operands.length > 0) {
    throw new UsageError(`serve takes no "${context.operands[0]}"`, 'see --help');
  }
  const overHttp = isOn(config.given, 'http');
  const runtime = await openRuntime(context, overHttp ? 'http' : 'stdio');
  if (overHttp) return serveOverHttp(context, runtime);
  const factory: McpServerFactory = ({ era }) => createServer(runtime, { era });
  log.log('info', 'serving', { version: provider.version, tools: runtime.tools.size, demo: config.demo });
  if (host.stdin.isTTY === true) context.tell(hint(context, runtime));
  await serveStdio(factory, { ...host, log });
  return exitCodes.ok;
}

async function serveOverHttp(context: CommandContext, runtime: Runtime<unknown>) {
  const { host, config, store, provider, log, say, tell } = context;
  const { serveHttp } = await import('../../transport/serve-http.ts');
  const withoutToken = isOn(config.given, 'http-without-token');
  const found = withoutToken
    ? undefined
    : await store.lookup(httpToken.env).catch((error: unknown) => {
        throw authFailure(error);
      });
  const webhook = await receiverOf(context, runtime);
  const factory: McpServerFactory = ({ era }) => createServer(runtime, { era, updates: webhook !== undefined });
  const service = await serveHttp(factory, {
    host: text(config.given, 'host', '127.0.0.1'),
    port: portOf(text(config.given, 'port', '8000')),
    path: pathOf(text(config.given, 'path', '/mcp')),
    token: found?.secret,
    withoutToken,
    allowedHosts: list(config.given, 'allowed-hosts'),
    allowedOrigins: list(config.given, 'allowed-origins'),
    version: provider.version,
    signals: host.signals,
    log,
    ...(webhook && { webhook }),
  }).catch((error: unknown) => {
    throw portProblem(error);
  });
  log.log('info', 'serving', { version: provider.version, url: service.url, demo: config.demo });
  if (host.stderr.isTTY === true) tell(say(`${provider.bin} serves at ${service.url}. Ctrl-C stops it.`));
  await service.stopped;
  return exitCodes.ok;
}

/** Takes deliveries of the platform where the provider knows them and their secret is set. */
async function receiverOf(
  { provider, store, log }: CommandContext,
  runtime: Runtime<unknown>,
): Promise<WebhookReceiver | undefined> {
  if (provider.webhook === undefined) return undefined;
  const { credential, read } = provider.webhook;
  const found = await store.lookup(specOf(provider, credential).env).catch((error: unknown) => {
    throw authFailure(error);
  });
  if (found === undefined) return undefined;
  return {
    path: '/webhook',
    secret: found.secret,
    read,
    onDelivery: (changed) => {
      runtime.connection.forget?.();
      log.log('info', 'delivery', { changed: changed.length });
    },
  };
}

function portOf(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new UsageError(`--port cannot be "${value}"`, 'use a number from 0 to 65535; 0 takes a free one');
}

function pathOf(value: string): string {
  if (/^\/[\w./-]*$/.test(value) && !['/health', '/webhook'].includes(value)) return value;
  throw new UsageError(`--path cannot be "${value}"`, 'use a form such as /mcp');
}

function portProblem(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new UsageError('The port is taken', 'choose another with --port');
  if (code === 'EACCES') return new UsageError('The port may not be used by this account', 'choose one from 1024 up');
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new UsageError('The address in --host is not one of this machine', 'use 127.0.0.1');
  }
  return error;
}

/** For a person who started the server by hand and sees nothing happen. */
function hint({ provider, say, errorStyle: { bold, dim } }: CommandContext, { tools }: Runtime<unknown>): string {
  return [
    `${bold(provider.bin)} ${provider.version} ${say(`is serving ${tools.size} tools on standard input and output.`)}`,
    dim(say('An MCP client normally starts it. To set one up:')),
    `  ${commandOf(provider, 'setup')}`,
    dim(say('Ctrl-C ends it.')),
  ].join('\n');
}
