import type { CommandContext } from './command.ts';

/** Aborted by Ctrl-C, so that work ends the way it ends for a client that cancels. */
export function stopSignal({ host }: Pick<CommandContext, 'host'>): AbortSignal {
  const stop = new AbortController();
  host.signals.on('SIGINT', () => stop.abort());
  return stop.signal;
}
