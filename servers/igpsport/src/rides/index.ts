import type { Failure } from '@core/mcp-kit';
import type { DecodedRide } from '../domain/ride/decode.ts';
import type { RideDerivatives } from '../domain/ride/derivatives.ts';
import type { StoreStatus } from '../store/index.ts';

/** How it ended for one ride. */
export type RideOutcome<Kept = RideDerivatives> =
  | { readonly ride: string; readonly state: 'done'; readonly derived: Kept; readonly stored: boolean }
  | { readonly ride: string; readonly state: 'failed'; readonly failure: Failure }
  | { readonly ride: string; readonly state: 'not_tried' };

export interface DeriveOptions {
  /** Called after each ride that came or failed; stored ones count as done from the start. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Starts no further download after this long; those rides are then `not_tried`, and a second call goes on there. */
  readonly budgetMs?: number;
}

/** Rides by their FIT files, from the local store where it has them. */
export interface RideReader {
  /**
   * Looks at the rides one by one, and keeps of each what `keep` gives: a thousand whole ones would fill the memory.
   * Outcomes are in the order asked for. One ride that fails never fails the rest; a refused login ends everything.
   */
  readonly deriveEach: <Kept>(
    rides: readonly string[],
    keep: (derived: RideDerivatives) => Kept,
    options?: DeriveOptions,
  ) => Promise<readonly RideOutcome<Kept>[]>;
  /** The whole of one ride; see `deriveEach`. */
  readonly derive: (ride: string) => Promise<RideOutcome>;
  /** @throws Failure `not_found` without a file, `contract` for a file that cannot be read */
  readonly read: (ride: string) => Promise<DecodedRide>;
  /** The FIT file itself. */
  readonly file: (ride: string) => Promise<Uint8Array>;
  readonly store: {
    readonly status: () => StoreStatus;
    /** Drops the rides of this account. Yields how many there were. */
    readonly clear: () => Promise<number>;
  };
}
