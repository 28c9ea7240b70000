import type { IgpsportPort } from './client/index.ts';
import type { RideReader } from './rides/index.ts';

/** What tools get: the service, and rides read through the local store. */
export interface Port extends IgpsportPort {
  readonly rides: RideReader;
}
