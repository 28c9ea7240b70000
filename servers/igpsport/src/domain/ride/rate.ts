import { timeInZones, type ZoneTableName, zonesOf } from '@core/metrics/zones';
import { rideLoad } from '../load/ride-load.ts';
import type { RideDerivatives, StoredTally } from './derivatives.ts';
import { tallyFrom } from './derive.ts';
import type { RideThresholds } from './thresholds-on-ride.ts';

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

/** IF, TSS (the load that training load adds up) and time in zones of a ride. */
export function rateRide(derived: RideDerivatives, used: RideThresholds): RatedRide {
  const load = rideLoad(derived, used);
  const { power, heartRate, sport } = derived;
  return {
    intensityFactor: load.load !== null && load.method === 'power' ? load.intensityFactor : null,
    tss: load.load,
    tssMethod: load.load === null ? null : load.method === 'power' ? 'power' : 'heart rate (estimated)',
    zones: [
      // FTP is that of cycling.
      ...(sport === 'running' ? [] : zoneTimes('power', 'coggan_power', power?.tally, used.ftp)),
      ...zoneTimes('heart rate', 'five_heart_rate', heartRate?.tally, used.lthr),
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
