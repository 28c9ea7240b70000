/** Identical reads under way share one request. */
export interface InFlight {
  /**
   * Joins the request under `key`, or starts it. One caller giving up ends only its own wait; when all have given up, the
   * request itself is aborted.
   */
  readonly join: <T>(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>) => Promise<T>;
}

interface Flight {
  readonly result: Promise<unknown>;
  readonly abort: AbortController;
  waiters: number;
}

export function createInFlight(): InFlight {
  const flights = new Map<string, Flight>();

  const launch = (key: string, start: (signal: AbortSignal) => Promise<unknown>): Flight => {
    const abort = new AbortController();
    const flight: Flight = { abort, waiters: 0, result: start(abort.signal) };
    flights.set(key, flight);
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.result.then(land, land);
    return flight;
  };

  return {
    join: async <T>(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T> => {
      signal.throwIfAborted();
      const flight = flights.get(key) ?? launch(key, start);
      flight.waiters += 1;
      try {
        return (await orAborted(flight.result, signal)) as T;
      } finally {
        flight.waiters -= 1;
        if (flight.waiters === 0 && signal.aborted) {
          flights.delete(key);
          flight.abort.abort(signal.reason);
        }
      }
    },
  };
}

/** The promise's outcome, or the signal's reason if that comes first. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
