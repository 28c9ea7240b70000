import type { RideMetrics } from '@core/metrics/ride';
import type { Thresholds } from '../ports/index.ts';

/** Seconds in each of the athlete's own zones; absent without zones or data. */
export function zoneTimes(
  { power, heartRate }: RideMetrics,
  { powerZonesW, hrZonesBpm }: Thresholds,
): Record<string, unknown>[] {
  const rows = (
    kind: string,
    unit: 'w' | 'bpm',
    floors: readonly number[] | null,
    seconds: readonly number[] | undefined,
  ) =>
    (seconds ?? []).map((time, i) => ({
      zone: `Z${i + 1} ${kind}`,
      [`from_${unit}`]: floors?.[i] ?? null,
      time_s: time,
    }));
  return [
    ...rows('power', 'w', powerZonesW, power.timeInZones.value?.seconds),
    ...rows('heart rate', 'bpm', hrZonesBpm, heartRate.timeInZones.value?.seconds),
  ];
}
