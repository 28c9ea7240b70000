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
    deriveEach: (rides, keep, options = {}) => deriveEach(port, store, { rides, keep }, options),
    derive: async (ride) => {
      const [outcome] = await deriveEach(port, store, { rides: [ride], keep: (derived) => derived }, {});
      return outcome ?? { ride, state: 'not_tried' };
    },
    read: async (ride) => decodeRide(ride, await file(ride)),
    file,
    store: { status: store.status, clear: async () => store.clear(await port.account()) },
  };
}

interface Asked<Kept> {
  readonly rides: readonly string[];
  readonly keep: (derived: RideDerivatives) => Kept;
}

async function deriveEach<Kept>(
  port: IgpsportPort,
  store: RideStore,
  { rides, keep }: Asked<Kept>,
  { onProgress, budgetMs }: DeriveOptions,
): Promise<readonly RideOutcome<Kept>[]> {
  const place = { region: port.region.id, account: await port.account() };
  const outcomes = new Map<string, RideOutcome<Kept>>();
  for (const ride of new Set(rides)) {
    const known = fromStore(store, { ...place, ride }, keep);
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
          outcomeOf(ride, () => keep(deriveAndKeep(store, key, bytes)), false),
        );
      },
      onProgress: (done, total) => onProgress?.(already + done, already + total),
      ...(budgetMs !== undefined && { budgetMs }),
    });
    for (const outcome of fetched) if (outcome.state !== 'done') outcomes.set(outcome.ride, outcome);
  }
  return rides.map((ride) => outcomes.get(ride) ?? { ride, state: 'not_tried' });
}

function fromStore<Kept>(store: RideStore, key: RideKey, keep: Asked<Kept>['keep']): RideOutcome<Kept> | undefined {
  const text = store.derived(key, DECODER_VERSION);
  if (text !== undefined) {
    return { ride: key.ride, state: 'done', derived: keep(JSON.parse(text) as RideDerivatives), stored: true };
  }
  const bytes = store.file(key);
  return bytes && outcomeOf(key.ride, () => keep(deriveAndKeep(store, key, bytes)), true);
}

function deriveAndKeep(store: RideStore, key: RideKey, bytes: Uint8Array): RideDerivatives {
  const decoded = decodeRide(key.ride, bytes);
  const derived = deriveRide(decoded);
  store.keepDerived(key, DECODER_VERSION, JSON.stringify(derived));
  return derived;
}

/** A file that cannot be read is one ride's failure, not everybody's. */
function outcomeOf<Kept>(ride: string, derive: () => Kept, stored: boolean): RideOutcome<Kept> {
  try {
    return { ride, state: 'done', derived: derive(), stored };
  } catch (error) {
    if (isFailure(error)) return { ride, state: 'failed', failure: error satisfies Failure };
    throw error;
  }
}
