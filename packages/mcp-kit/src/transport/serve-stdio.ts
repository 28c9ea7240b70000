import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { McpServerFactory } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio as serveSdk } from '@modelcontextprotocol/server/stdio';
import type { Logger } from '../log/logger.ts';
import { drainingTransport } from './draining.ts';
import { protocolOnly, type Streams } from './protocol-only.ts';
import { onStopSignals, type SignalSource } from './stop-signals.ts';

export interface StdioOptions extends Streams {
  readonly signals: SignalSource;
  readonly log: Logger;
  /** How long calls under way may take to finish after the input has ended; default 60 s, the longest a call takes. */
  readonly drainMs?: number;
}

/**
 * Serves one client over standard input and output, and returns when it is gone: the input ended or a stop signal came,
 * and the calls under way were answered. Messages end with LF; standard output holds nothing else.
 */
export async function serveStdio(factory: McpServerFactory, options: StdioOptions): Promise<void> {
  const { stdin, log, signals, drainMs = 60_000 } = options;
  const { output, restore } = protocolOnly(options);
  // The SDK drops what is under way when its input ends, so it is given an input that never ends by itself.
  const input = new PassThrough();
  const transport = drainingTransport(new StdioServerTransport(input, output));
  const stop = Promise.withResolvers<string>();
  const kill = Promise.withResolvers<void>();
  stdin.on('end', () => stop.resolve('the client closed the connection'));
  stdin.on('close', () => stop.resolve('the client closed the connection'));
  stdin.on('error', () => stop.resolve('the input broke'));
  output.on('error', () => kill.resolve());
  const deafen = onStopSignals(signals, () => stop.resolve('asked to stop'), kill.resolve);

  const handle = serveSdk(factory, { transport, onerror: (cause) => log.log('warn', 'protocol', { cause }) });
  stdin.pipe(input, { end: false });
  const why = await Promise.race([stop.promise, kill.promise, transport.closed]);
  log.log('debug', 'stopping', { why: why ?? 'the connection was closed' });
  stdin.unpipe(input);
  stdin.pause();
  while (input.readableLength > 0) await nextTurn();
  await nextTurn();
  await Promise.race([transport.drained(drainMs), transport.closed, kill.promise]);
  await handle.close();
  deafen();
  restore();
}
