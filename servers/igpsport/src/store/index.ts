import type { RegionId } from '../client/regions.ts';

/** Whose ride, where, which. Ids may repeat across regions and members. */
export interface RideKey {
  readonly region: RegionId;
  /** `cn:880011` */
  readonly account: string;
  readonly ride: string;
}

/** What a store holds. */
export interface StoreStatus {
  /** The database file, or `memory`. */
  readonly place: string;
  readonly files: number;
  readonly derived: number;
  /** Bytes of files and derivatives together. */
  readonly bytes: number;
  readonly limitBytes: number;
}

/**
 * What was downloaded and what was derived from it: copies only, so that losing them loses nothing. Nothing here throws:
 * a store that cannot be read has nothing, and one that cannot be written keeps nothing; both are logged.
 */
export interface RideStore {
  readonly file: (key: RideKey) => Uint8Array | undefined;
  readonly keepFile: (key: RideKey, bytes: Uint8Array) => void;
  /** The text kept for exactly this version of the decoder. */
  readonly derived: (key: RideKey, version: number) => string | undefined;
  /** Keeps it instead of those of older versions. */
  readonly keepDerived: (key: RideKey, version: number, text: string) => void;
  readonly status: () => StoreStatus;
  /** Drops everything of one account, or of all. Yields the number of rides dropped. */
  readonly clear: (account?: string) => number;
  readonly close: () => void;
}
