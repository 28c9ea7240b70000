import type { RideAthlete } from '@core/metrics/ride';
import type { Thresholds } from '../ports/index.ts';

/** Thresholds as `rideMetrics` takes them: what is not set is left out. Power thresholds are those of cycling. */
export function athleteOf(thresholds: Thresholds, options: { readonly power: boolean }): RideAthlete {
  const { ftpW, lthrBpm, maxBpm, restBpm, powerZonesW, hrZonesBpm } = thresholds;
  return {
    ...(options.power && ftpW !== null && { ftp: ftpW }),
    ...(options.power && powerZonesW !== null && { powerZones: powerZonesW }),
    ...(lthrBpm !== null && { lthr: lthrBpm }),
    ...(maxBpm !== null && { maxHeartRate: maxBpm }),
    ...(restBpm !== null && { restHeartRate: restBpm }),
    ...(hrZonesBpm !== null && { heartRateZones: hrZonesBpm }),
  };
}
