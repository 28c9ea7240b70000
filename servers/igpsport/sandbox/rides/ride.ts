import type { Session } from '@core/sandbox/athlete';
import type { Measures } from './measures.ts';

/** One ride as the service holds it. What takes long to make is made when asked for. */
export interface Ride {
  readonly rideId: number;
  /** 24 hexadecimal digits; no path takes it. */
  readonly documentId: string;
  readonly title: string;
  /** `YYYY-MM-DDTHH:MM:SS` on the athlete's clock. */
  readonly startLocal: string;
  /** 0 cycling; the emulator gives runs 1, which nobody has checked. */
  readonly exerciseType: number;
  readonly deviceName: string | undefined;
  /** W in the settings that day. */
  readonly ftp: number;
  /** Undefined for a ride that was uploaded. */
  readonly session: Session | undefined;
  measures(): Measures;
  laps(): readonly Measures[];
  fit(): Uint8Array;
}
