import { squareHeartRateScore } from '@core/metrics/heart-rate';
import { intensityFactor, trainingStressScore } from '@core/metrics/power';
import { timeInZones, type ZoneTableName, zonesOf } from '@core/metrics/zones';
import type { RideDerivatives, StoredTally } from './derivatives.ts';
import { tallyFrom } from './derive.ts';

/** What a ride is worth against thresholds. Nothing of this is stored: it follows every change of a threshold. */
export interface RatedRide {
  readonly intensityFactor: number | null;
  readonly tss: number | null;
  /** `power`, or `heart rate (estimated)` where power or FTP is missing. */
  readonly tssMethod: 'power' | 'heart rate (estimated)' | null;
  readonly zones: readonly ZoneTime[];
}

/** Seconds in one zone. */
export interface ZoneTime extends Record<string, string | number> {
  readonly kind: 'power' | 'heart rate';
  readonly zone: string;
  /** Lower bound, W or bpm; a value on it is inside. */
  readonly from: number;
  readonly time_s: number;
}

/** IF, TSS and time in zones of a ride. TSS comes from power; without it, flagged, from mean heart rate. */
export function rateRide(
  { power, heartRate, timerS }: RideDerivatives,
  { ftp, lthr }: { readonly ftp: number | null; readonly lthr: number | null },
): RatedRide {
  const np = power?.normalizedW ?? null;
  const byPower = np === null || ftp === null ? null : trainingStressScore({ np, seconds: timerS, ftp }).value;
  const byHeart =
    byPower !== null || heartRate === null || lthr === null
      ? null
      : squareHeartRateScore(tallyFrom(heartRate.tally), lthr).value;
  return {
    intensityFactor: np === null || ftp === null ? null : intensityFactor(np, ftp).value,
    tss: byPower ?? byHeart,
    tssMethod: byPower !== null ? 'power' : byHeart !== null ? 'heart rate (estimated)' : null,
    zones: [
      ...zoneTimes('power', 'coggan_power', power?.tally, ftp),
      ...zoneTimes('heart rate', 'five_heart_rate', heartRate?.tally, lthr),
    ],
  };
}

function zoneTimes(
  kind: ZoneTime['kind'],
  table: ZoneTableName,
  tally: StoredTally | undefined,
  anchor: number | null,
): ZoneTime[] {
  const zones = anchor === null ? null : zonesOf(table, anchor).value;
  if (tally === undefined || zones === null) return [];
  const times = timeInZones(tallyFrom(tally), zones.bounds).value;
  if (times === null) return [];
  return times.seconds.map((seconds, k) => ({
    kind,
    zone: `Z${k + 1}`,
    from: Math.round((zones.bounds[k] ?? 0) * 10) / 10,
    time_s: seconds,
  }));
}
