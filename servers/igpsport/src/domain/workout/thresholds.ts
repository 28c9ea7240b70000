import type { Thresholds } from '@core/workouts';
import type { ThresholdSettings } from '../../client/index.ts';
import type { WireTrainingInfo, WireZone } from '../../client/wire/training.ts';
import { thresholdsOf } from '../thresholds.ts';
import type { CourseSport } from './draft.ts';

/** What the relative targets of a workout are relative to, by the athlete's own profile and this server's settings. */
export function workoutThresholds(
  training: WireTrainingInfo,
  settings: ThresholdSettings,
  sport: CourseSport,
): Thresholds {
  const { member } = training;
  const { ftp, lthr, maxHeartRate, restHeartRate } = thresholdsOf(training, settings);
  const run = sport === 'run';
  return {
    ftp: ftp ?? undefined,
    lthr: (run ? (settings.lthr ?? member.runLthr) : undefined) ?? lthr ?? undefined,
    maxHr: (run ? member.runMhr : undefined) ?? maxHeartRate ?? undefined,
    restingHr: restHeartRate ?? undefined,
    powerZones: powerTops(training.power, member.ftp),
    hrZones: tops(heartRateTable(training)),
  };
}

/** Power zones come in watts of the FTP of the profile. */
function powerTops(zones: readonly WireZone[], ftp: number | null): readonly number[] | undefined {
  if (ftp === null) return undefined;
  return tops(zones)?.map((watts) => (watts / ftp) * 100);
}

/** Upper ends, lowest zone first; nothing when one is missing. */
function tops(zones: readonly WireZone[]): readonly number[] | undefined {
  const ends = zones.map(({ end }) => end).filter((end) => end !== null);
  return ends.length === 0 || ends.length < zones.length ? undefined : ends;
}

function heartRateTable({
  member,
  heartRate,
  heartRateReserve,
  heartRateLactateThreshold,
}: WireTrainingInfo): readonly WireZone[] {
  if (member.heartRateComputeMode === 1) return heartRateReserve;
  return member.heartRateComputeMode === 2 ? heartRateLactateThreshold : heartRate;
}
