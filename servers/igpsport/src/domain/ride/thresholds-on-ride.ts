import type { WireActivityDetail } from '../../client/wire/activity.ts';
import { exactFtp, ftpBehind } from '../load/ftp-history.ts';
import type { Thresholds } from '../thresholds.ts';
import type { RideDerivatives } from './derivatives.ts';

/** `device` wrote it into the file; `service` is NP / IF as iGPSport computed them, which is the FTP it had that day. */
export type RideThresholdSource = 'call' | 'settings' | 'device' | 'service' | 'profile';

/** What a ride is measured against, and who says so. */
export interface RideThresholds {
  /** W */
  readonly ftp: number | null;
  /** bpm, as the next two. */
  readonly lthr: number | null;
  readonly maxHeartRate: number | null;
  readonly restHeartRate: number | null;
  readonly ftpSource: RideThresholdSource | null;
  readonly lthrSource: RideThresholdSource | null;
}

export interface ThresholdEvidence {
  readonly asked?: { readonly ftp?: number | undefined; readonly lthr?: number | undefined };
  readonly derived: Pick<RideDerivatives, 'deviceFtpW' | 'sport'> | null;
  readonly detail?: Pick<WireActivityDetail, 'pwrNP' | 'pwrIF'> | undefined;
  readonly today: Thresholds;
  /** bpm in the profile, for runs. */
  readonly runLthr: number | null;
}

/**
 * The thresholds of a ride's day, in the order of the training load: set on this machine, written by the head unit, read
 * behind the service's numbers, and only then today's profile. What the call gives comes before all of them.
 */
export function thresholdsOnRide({ asked, derived, detail, today, runLthr }: ThresholdEvidence): RideThresholds {
  const behind = detail === undefined ? null : ftpBehind(detail);
  const [ftp, ftpSource] = firstOf([
    [asked?.ftp ?? null, 'call'],
    [today.ftpSource === 'settings' ? today.ftp : null, 'settings'],
    [derived?.deviceFtpW ?? null, 'device'],
    [behind === null ? null : exactFtp(behind, today.ftp), 'service'],
    [today.ftp, 'profile'],
  ]);
  const [lthr, lthrSource] = firstOf([
    [asked?.lthr ?? null, 'call'],
    [today.lthrSource === 'settings' ? today.lthr : null, 'settings'],
    [derived?.sport === 'running' ? runLthr : null, 'profile'],
    [today.lthr, 'profile'],
  ]);
  const { maxHeartRate, restHeartRate } = today;
  return { ftp, ftpSource, lthr, lthrSource, maxHeartRate, restHeartRate };
}

type Candidate = readonly [number, RideThresholdSource] | readonly [null, null];

function firstOf(candidates: readonly (readonly [number | null, RideThresholdSource])[]): Candidate {
  for (const [value, source] of candidates) if (value !== null && value > 0) return [value, source];
  return [null, null];
}
