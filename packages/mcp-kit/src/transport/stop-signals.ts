/** Where the request to stop comes from; `process`, or a stand-in in tests. */
export interface SignalSource {
  readonly on: (event: NodeJS.Signals, listener: () => void) => unknown;
  readonly removeListener: (event: NodeJS.Signals, listener: () => void) => unknown;
}

const stopSignals: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/**
 * Calls `stop` at the first request to stop, and `kill` at the second: a person who presses Ctrl-C twice does not want to
 * wait. Gives the function that stops listening.
 */
export function onStopSignals(source: SignalSource, stop: () => void, kill: () => void): () => void {
  let asked = false;
  const listener = (): void => {
    if (asked) kill();
    else stop();
    asked = true;
  };
  for (const signal of stopSignals) source.on(signal, listener);
  return () => {
    for (const signal of stopSignals) source.removeListener(signal, listener);
  };
}
