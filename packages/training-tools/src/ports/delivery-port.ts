import type { DayRange, Found, Who } from './who.ts';

/** What becomes of a planned session on the way to the athlete's watch or head unit. */
export interface Delivery {
  readonly sessionId: string;
  readonly day: string;
  readonly name: string | null;
  readonly sport: string | null;
  /**
   * `sent`: the platform hands it to a device. `failed`: a device service refused it. `no_device`: nothing is connected.
   * `nothing_to_send`: it has no steps. `unknown`: the platform does not tell.
   */
  readonly verdict: 'sent' | 'failed' | 'no_device' | 'nothing_to_send' | 'unknown';
  /** Services that take it. */
  readonly devices: readonly string[];
  /** Why not, in plain words; `null` when it goes. */
  readonly why: string | null;
}

export interface DeviceDelivery extends Found<Delivery> {
  /** Moment of the last upload to any device, as the platform tells it; `null`: it does not. */
  readonly lastUpload: string | null;
}

/** Whether planned sessions reach devices. */
export interface DeliveryPort {
  /** Sessions of a range, in order. */
  readonly sessions: (who: Who, range: DayRange) => Promise<DeviceDelivery>;
}
