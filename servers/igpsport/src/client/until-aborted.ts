import { Failure, isFailure } from '@core/mcp-kit';

/**
 * The promise's outcome, or the end of the caller's patience: what is shared by callers goes on for the others.
 *
 * @throws Failure `timeout` when the signal comes first
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(stopped(signal.reason));
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function stopped(reason: unknown): Failure {
  if (isFailure(reason)) return reason;
  return new Failure('timeout', 'iGPSport did not answer the login in time, or the call was cancelled', {
    next: 'send the same call once more',
    cause: reason,
  });
}
