import type { ThresholdSettings } from '../client/index.ts';
import type { WireTrainingInfo } from '../client/wire/training.ts';

/** Where a threshold comes from: this server's settings, the iGPSport profile, or nowhere. */
export type ThresholdSource = 'settings' | 'profile';

/** What intensity is measured against. iGPSport keeps no history of it: these are the ones of today. */
export interface Thresholds {
  /** W */
  readonly ftp: number | null;
  readonly ftpSource: ThresholdSource | null;
  /** bpm */
  readonly lthr: number | null;
  readonly lthrSource: ThresholdSource | null;
  readonly maxHeartRate: number | null;
  readonly restHeartRate: number | null;
}

/** The thresholds in use: settings before profile. */
export function thresholdsOf({ member }: Pick<WireTrainingInfo, 'member'>, settings: ThresholdSettings): Thresholds {
  const ftp = settings.ftp ?? member.ftp;
  const lthr = settings.lthr ?? member.lthr;
  return {
    ftp,
    ftpSource: sourceOf(settings.ftp, ftp),
    lthr,
    lthrSource: sourceOf(settings.lthr, lthr),
    maxHeartRate: member.mhr,
    restHeartRate: member.quietHeartRate,
  };
}

function sourceOf(set: number | undefined, used: number | null): ThresholdSource | null {
  if (set !== undefined) return 'settings';
  return used === null ? null : 'profile';
}
