import type { IgpsportPort } from '../client/index.ts';
import { type Thresholds, thresholdsOf } from './thresholds.ts';
import { zoneRanges } from './zone-ranges.ts';

/** Who is measured, against what, in which zones. */
export interface AthleteProfile {
  readonly profile: Readonly<Record<string, string | number | null>>;
  readonly zones: ReturnType<typeof zoneRanges>;
  readonly thresholds: Thresholds;
}

/** Reads thresholds and body data. Weight and height of `intl` are in the second answer only. */
export async function profileOf(port: Pick<IgpsportPort, 'profile' | 'thresholdSettings'>): Promise<AthleteProfile> {
  const [training, user] = await Promise.all([port.profile.training(), port.profile.user()]);
  const { member } = training;
  const used = thresholdsOf(training, port.thresholdSettings);
  const weight = user.weight ?? member.weight;
  return {
    thresholds: used,
    profile: {
      nickname: user.nickName ?? member.nickName,
      ftp_w: used.ftp,
      ftp_source: used.ftpSource,
      lthr_bpm: used.lthr,
      lthr_source: used.lthrSource,
      max_hr_bpm: used.maxHeartRate ?? user.mhr,
      resting_hr_bpm: used.restHeartRate,
      weight_kg: weight,
      height_cm: user.height ?? member.height,
      w_per_kg: used.ftp === null || weight === null ? null : Math.round((used.ftp / weight) * 100) / 100,
    },
    zones: [
      ...zoneRanges('power W', 'coggan_power', used.ftp),
      ...zoneRanges('heart rate bpm', 'five_heart_rate', used.lthr),
    ],
  };
}
