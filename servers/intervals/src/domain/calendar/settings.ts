import { type IntervalsSettings, intervalsSettings } from '@core/workouts/intervals';
import type { WireProfile } from '../../client/wire/athlete.ts';
import { settingsFor } from '../athlete/sport-settings.ts';

/** The athlete's thresholds and zones for a sport, as workout text depends on them; empty where nothing is set. */
export function workoutSettings(profile: WireProfile, sport: string, indoor: boolean): IntervalsSettings {
  const group = settingsFor(profile.sportSettings, sport);
  if (group === undefined) return {};
  const known = <T>(values: readonly (T | null)[]): T[] => values.filter((value): value is T => value !== null);
  const wire = {
    ...group,
    power_zones: known(group.power_zones),
    power_zone_names: known(group.power_zone_names),
    hr_zones: known(group.hr_zones),
    pace_zones: known(group.pace_zones),
  };
  const resting = profile.icu_resting_hr;
  return intervalsSettings(wire, { indoor, ...(resting !== null && { restingHr: resting }) });
}
