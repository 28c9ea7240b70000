import type { WireActivityDetail } from '../../client/wire/activity.ts';
import type { Thresholds } from '../thresholds.ts';
import type { RideDerivatives } from './derivatives.ts';

/** `service`: NP / IF as iGPSport computed them for the ride, which is the FTP it had that day. */
export type RideThresholdSource = 'call' | 'settings' | 'head unit' | 'service' | 'profile';

/** What a ride is measured against, and who says so. */
export interface RideThresholds {
  /** W */
  readonly ftp: number | null;
  readonly ftpSource: RideThresholdSource | null;
  /** bpm */
  readonly lthr: number | null;
  readonly lthrSource: RideThresholdSource | null;
}

export interface ThresholdEvidence {
  readonly asked?: { readonly ftp?: number | undefined; readonly lthr?: number | undefined };
  readonly derived: Pick<RideDerivatives, 'deviceFtpW' | 'deviceLthrBpm'> | null;
  readonly detail?: Pick<WireActivityDetail, 'pwrNP' | 'pwrIF'> | undefined;
  readonly today: Thresholds;
}

/**
 * The thresholds of a ride's day: asked for, set on this machine, written by the head unit, implied by the service, and
 * only then today's profile.
 */
export function thresholdsOnRide({ asked, derived, detail, today }: ThresholdEvidence): RideThresholds {
  const ftp = firstOf([
    [asked?.ftp ?? null, 'call'],
    [today.ftpSource === 'settings' ? today.ftp : null, 'settings'],
    [derived?.deviceFtpW ?? null, 'head unit'],
    [impliedFtp(detail), 'service'],
    [today.ftp, 'profile'],
  ]);
  const lthr = firstOf([
    [asked?.lthr ?? null, 'call'],
    [today.lthrSource === 'settings' ? today.lthr : null, 'settings'],
    [derived?.deviceLthrBpm ?? null, 'head unit'],
    [today.lthr, 'profile'],
  ]);
  return { ftp: ftp.value, ftpSource: ftp.source, lthr: lthr.value, lthrSource: lthr.source };
}

function firstOf(candidates: readonly (readonly [number | null, RideThresholdSource])[]) {
  const [value, source] = candidates.find(([each]) => each !== null && each > 0) ?? [null, null];
  return { value, source };
}

/** Both come rounded: a whole watt is as near as that gets. */
function impliedFtp(detail: ThresholdEvidence['detail']): number | null {
  const { pwrNP: np = null, pwrIF: intensity = null } = detail ?? {};
  return np !== null && intensity !== null && np > 0 && intensity > 0 ? Math.round(np / intensity) : null;
}
