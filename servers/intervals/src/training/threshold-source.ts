import type { ThresholdSource, Thresholds } from '@core/training-tools';
import { powerZoneBand } from '@core/workouts/load';
import type { IntervalsPort } from '../client/index.ts';
import type { WireActivity } from '../client/wire/activity.ts';
import { settingsFor } from '../domain/athlete/sport-settings.ts';
import { mainSport } from '../domain/sport.ts';

/** Thresholds as the athlete set them; those that an activity recorded for its own day come first. */
export function thresholdSource(port: IntervalsPort): ThresholdSource {
  return {
    on: async ({ id: athlete }, { family, activityId, indoor }) => {
      const [profile, activity] = await Promise.all([
        port.athletes.profile({ athlete }),
        activityId === undefined ? undefined : port.activities.get({ activity: activityId }),
      ]);
      const group = settingsFor(profile.sportSettings, activity?.type ?? mainSport(family));
      const inside = indoor === true || activity?.trainer === true;
      const ftpW = activity?.icu_ftp ?? (inside ? group?.indoor_ftp : null) ?? group?.ftp ?? null;
      return {
        ftpW,
        lthrBpm: activity?.lthr ?? group?.lthr ?? null,
        maxBpm: activity?.athlete_max_hr ?? group?.max_hr ?? null,
        restBpm: activity?.icu_resting_hr ?? profile.icu_resting_hr,
        thresholdSpeedMs: activity?.threshold_pace ?? group?.threshold_pace ?? null,
        weightKg: activity?.icu_weight ?? profile.icu_weight ?? profile.weight,
        powerZonesW:
          ftpW === null ? null : powerFloors(known(activity?.icu_power_zones ?? group?.power_zones ?? []), ftpW),
        hrZonesBpm: beatFloors(known(activity?.icu_hr_zones ?? group?.hr_zones ?? [])),
        source: sourceOf(activity),
      } satisfies Thresholds;
    },
  };
}

function sourceOf(activity: WireActivity | undefined): string {
  return activity === undefined ? "today's settings" : 'as recorded on the activity, else today’s settings';
}

function known(tops: readonly (number | null)[]): number[] {
  return tops.filter((top): top is number => top !== null);
}

/** Lower bounds from the platform's tops in % of FTP, in its own rounding. */
function powerFloors(tops: readonly number[], ftp: number): readonly number[] | null {
  const floors = tops.map((_, i) => (i === 0 ? 0 : (powerZoneBand(i + 1, i + 1, tops, ftp)?.low ?? Number.NaN)));
  return floors.length > 0 && floors.every(Number.isFinite) ? floors : null;
}

/** Lower bounds from the platform's tops: a top belongs to its zone. */
function beatFloors(tops: readonly number[]): readonly number[] | null {
  return tops.length > 0 ? [0, ...tops.slice(0, -1).map((top) => top + 1)] : null;
}
