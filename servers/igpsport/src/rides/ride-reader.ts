import { type Failure, isFailure } from '@core/mcp-kit';
import type { IgpsportPort } from '../client/index.ts';
import { decodeRide } from '../domain/ride/decode.ts';
import { DECODER_VERSION, type RideDerivatives } from '../domain/ride/derivatives.ts';
import { deriveRide } from '../domain/ride/derive.ts';
import type { RideKey, RideStore } from '../store/index.ts';
import type { DeriveOptions, RideOutcome, RideReader } from './index.ts';

/** Rides of one call: the store first, then the service. */
export function createRideReader(port: IgpsportPort, store: RideStore): RideReader {
  const keyOf = async (ride: string): Promise<RideKey> => ({
    region: port.region.id,
    account: await port.account(),
    ride,
  });
  const file = async (ride: string): Promise<Uint8Array> => {
    const key = await keyOf(ride);
    const known = store.file(key);
    if (known !== undefined) return known;
    const bytes = await port.activities.file({ ride });
    store.keepFile(key, bytes);
    return bytes;
  };
  return {
    derive: (rides, options = {}) => deriveEach(port, store, rides, options),
    read: async (ride) => decodeRide(ride, await file(ride)),
    file,
    store: { status: store.status, clear: async () => store.clear(await port.account()) },
  };
}

async function deriveEach(
  port: IgpsportPort,
  store: RideStore,
  rides: readonly string[],
  { onProgress, budgetMs }: DeriveOptions,
): Promise<readonly RideOutcome[]> {
  const place = { region: port.region.id, account: await port.account() };
  const outcomes = new Map<string, RideOutcome>();
  for (const ride of new Set(rides)) {
    const known = fromStore(store, { ...place, ride });
    if (known !== undefined) outcomes.set(ride, known);
  }
  const missing = [...new Set(rides)].filter((ride) => !outcomes.has(ride));
  if (missing.length > 0) {
    const already = outcomes.size;
    const fetched = await port.activities.eachFile(missing, {
      onFile: (ride, bytes) => {
        const key = { ...place, ride };
        store.keepFile(key, bytes);
        outcomes.set(
          ride,
          outcomeOf(ride, () => deriveAndKeep(store, key, bytes), false),
        );
      },
      onProgress: (done, total) => onProgress?.(already + done, already + total),
      ...(budgetMs !== undefined && { budgetMs }),
    });
    for (const outcome of fetched) if (outcome.state !== 'done') outcomes.set(outcome.ride, outcome);
  }
  return rides.map((ride) => outcomes.get(ride) ?? { ride, state: 'not_tried' });
}

function fromStore(store: RideStore, key: RideKey): RideOutcome | undefined {
  const text = store.derived(key, DECODER_VERSION);
  if (text !== undefined) {
    return { ride: key.ride, state: 'done', derived: JSON.parse(text) as RideDerivatives, stored: true };
  }
  const bytes = store.file(key);
  return bytes && outcomeOf(key.ride, () => deriveAndKeep(store, key, bytes), true);
}

function deriveAndKeep(store: RideStore, key: RideKey, bytes: Uint8Array): RideDerivatives {
  const derived = deriveRide(decodeRide(key.ride, bytes));
  store.keepDerived(key, DECODER_VERSION, JSON.stringify(derived));
  return derived;
}

/** A file that cannot be read is one ride's failure, not everybody's. */
function outcomeOf(ride: string, derive: () => RideDerivatives, stored: boolean): RideOutcome {
  try {
    return { ride, state: 'done', derived: derive(), stored };
  } catch (error) {
    if (isFailure(error)) return { ride, state: 'failed', failure: error satisfies Failure };
    throw error;
  }
}
