import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { McpServerFactory } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio as serveSdk } from '@modelcontextprotocol/server/stdio';
import type { Logger } from '../log/logger.ts';
import { type DrainingTransport, drainingTransport } from './draining.ts';
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
  // A last message whose LF is missing is a message too.
  input.write('\n');
  const gone = Promise.race([transport.closed, kill.promise]);
  await Promise.race([finish(input, transport, drainMs), gone]);
  await handle.close();
  input.destroy();
  deafen();
  restore();
}

/** Lets everything that has arrived be read, then everything that is owed be answered. */
async function finish(input: PassThrough, transport: DrainingTransport, drainMs: number): Promise<void> {
  const latest = performance.now() + drainMs;
  while (input.readableLength > 0 && !input.destroyed && performance.now() < latest) await pause(5);
  await pause(0);
  await transport.drained(Math.max(0, latest - performance.now()));
}
