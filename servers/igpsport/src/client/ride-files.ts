import { setImmediate as turn } from 'node:timers/promises';
import { type CallScope, Failure, isFailure } from '@core/mcp-kit';
import { endpoint, type ScopedHttp } from '@core/mcp-kit/http';
import { getActivityDetail, getFileUrl } from './endpoints/activities.ts';

/** What is done with each file as it arrives, so that a thousand rides never lie in memory together. */
export interface EachFileOptions {
  /** Called once a ride, in the order of arrival. What it throws ends everything. */
  readonly onFile: (ride: string, bytes: Uint8Array) => void | Promise<void>;
  /** Called after each ride that came or failed. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Starts no further ride after this long; those are then `not_tried`. */
  readonly budgetMs?: number;
}

/** How it ended for one ride. */
export type FileOutcome =
  | { readonly ride: string; readonly state: 'done' }
  | { readonly ride: string; readonly state: 'failed'; readonly failure: Failure }
  | { readonly ride: string; readonly state: 'not_tried' };

const getFile = endpoint<URL>()({ method: 'GET', path: (url) => url, response: 'bytes', maxBytes: 30_000_000 });

/** Rides under way at once: enough to keep five addresses and four files coming while others are read. */
const UNDER_WAY = 13;

/**
 * The FIT file of a ride: its address from the service, then the file itself from the store.
 *
 * @throws Failure `not_found` without a file, `contract` for something else than a FIT file
 */
export async function rideFile(api: ScopedHttp, files: ScopedHttp, ride: string): Promise<Uint8Array> {
  const bytes = await files.send(getFile, await fileAddress(api, ride));
  if (String.fromCharCode(...bytes.subarray(8, 12)) === '.FIT') return bytes;
  throw new Failure('contract', `What iGPSport has as the file of ride ${ride} is not a FIT file`, {
    next: 'use the numbers of the service itself for this ride, or tell the user that its file is damaged',
  });
}

async function fileAddress(api: ScopedHttp, ride: string): Promise<URL> {
  const given = (await api.send(getFileUrl, { ride })) ?? (await api.send(getActivityDetail, { ride }))?.fitUrl ?? '';
  if (URL.canParse(given)) return new URL(given);
  throw new Failure('not_found', `iGPSport has no file of ride ${ride}`, {
    next: 'use the numbers of the service itself for this ride; a ride that was just uploaded gets its file later',
  });
}

/** Fetches the files of many rides; see `IgpsportPort.activities.eachFile`. */
export async function eachRideFile(
  fetchFile: (ride: string) => Promise<Uint8Array>,
  rides: readonly string[],
  { onFile, onProgress, budgetMs = Number.POSITIVE_INFINITY }: EachFileOptions,
  { signal }: Pick<CallScope, 'signal'>,
): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = rides.map((ride) => ({ ride, state: 'not_tried' }));
  const started = performance.now();
  let next = 0;
  let ended = 0;
  let stopped = false;
  const work = async (): Promise<void> => {
    while (!stopped && next < rides.length && performance.now() - started < budgetMs) {
      const index = next;
      next += 1;
      const ride = rides[index] ?? '';
      const fetched = await fetchFile(ride).catch((error: unknown) => failureOf(error, signal));
      if (isFailure(fetched)) outcomes[index] = { ride, state: 'failed', failure: fetched };
      else {
        // The next file is asked for before this one is looked at: reading it takes the time of many requests.
        await turn();
        await onFile(ride, fetched);
        outcomes[index] = { ride, state: 'done' };
      }
      ended += 1;
      onProgress?.(ended, rides.length);
    }
  };
  const workers = Array.from({ length: Math.min(UNDER_WAY, rides.length) }, () =>
    work().catch((error: unknown) => {
      stopped = true;
      throw error;
    }),
  );
  await Promise.all(workers);
  return outcomes;
}

/** What one ride's failure is worth: its own, or everybody's. */
function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (!isFailure(error) || error.kind === 'auth' || signal.aborted) throw error;
  return error;
}
