import type { ThresholdSource } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireZoneGroup } from '../client/settings/wire.ts';
import { workoutThresholds, zoneGroup } from '../domain/workouts/thresholds.ts';
import { sportOf } from './family.ts';

/** Thresholds and zones as they are set today: TrainingPeaks keeps no earlier ones, and none on a workout. */
export function thresholdSource(port: TrainingPeaksPort): ThresholdSource {
  return {
    on: async ({ id: athlete }, { family, activityId }) => {
      const [settings, activity] = await Promise.all([
        port.settings.get({ athlete }),
        activityId === undefined ? undefined : port.workouts.get({ athlete, workout: activityId }),
      ]);
      const sport = activity?.workoutTypeValueId ?? sportOf[family];
      const { ftp, lthr, maxHr, restingHr, thresholdSpeed } = workoutThresholds(settings, sport);
      return {
        ftpW: ftp ?? null,
        lthrBpm: lthr ?? null,
        maxBpm: maxHr ?? null,
        restBpm: restingHr ?? null,
        thresholdSpeedMs: thresholdSpeed ?? null,
        weightKg: null,
        powerZonesW: floors(zoneGroup(settings.powerZones.items, sport)),
        hrZonesBpm: floors(zoneGroup(settings.heartRateZones.items, sport)),
        source: 'today’s settings; TrainingPeaks keeps no earlier ones',
      };
    },
  };
}

/** Lower bounds; nothing when one is missing or they do not rise. */
function floors(group: WireZoneGroup | undefined): readonly number[] | null {
  const bounds = (group?.zones ?? []).map(({ minimum }) => minimum).filter((bound) => bound !== null);
  const rising = bounds.every((bound, i) => i === 0 || bound > bounds[i - 1]!);
  return bounds.length > 0 && bounds.length === group?.zones.length && rising ? bounds : null;
}
