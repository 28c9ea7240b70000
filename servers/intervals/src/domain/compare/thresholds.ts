import type { IntervalsSettings } from '@core/workouts/intervals';
import type { WireActivity } from '../../client/wire/activity.ts';

/** The athlete's settings with the thresholds that were in force on the day of the activity, where it recorded them. */
export function settingsThatDay(settings: IntervalsSettings, activity: WireActivity): IntervalsSettings {
  return {
    ...settings,
    ...(activity.icu_ftp !== null && { ftp: activity.icu_ftp }),
    ...(activity.lthr !== null && { lthr: activity.lthr }),
    ...(activity.athlete_max_hr !== null && { maxHr: activity.athlete_max_hr }),
    ...(activity.threshold_pace !== null && { thresholdSpeed: activity.threshold_pace }),
  };
}
