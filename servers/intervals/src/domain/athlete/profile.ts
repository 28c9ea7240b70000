import type { WireProfile } from '../../client/wire/athlete.ts';
import { recorded } from '../recorded.ts';
import { thresholds } from './sport-settings.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Who somebody is, as far as training needs it. E-mail, birthday and keys were never read. */
export function profile(wire: WireProfile) {
  return {
    profile: recorded({
      id: wire.id,
      name: wire.name,
      sex: wire.sex,
      city: wire.city,
      country: wire.country,
      time_zone: wire.timezone,
      weight_kg: wire.icu_weight ?? wire.weight,
      height_cm: wire.height === null ? null : wire.height * 100,
      resting_hr_bpm: wire.icu_resting_hr,
      coach: wire.icu_coach,
      form_shown_as: wire.icu_form_as_percent === true ? 'percent of CTL' : 'points',
    }),
    sports: wire.sportSettings.map(thresholds),
    availability: wire.training_availability.map((slot) =>
      recorded({
        day: slot.day_of_week === null ? null : (weekdays[(slot.day_of_week + 6) % 7] ?? null),
        availability: slot.training_availability?.toLowerCase() ?? null,
        longest_s: slot.max_training_time,
      }),
    ),
  };
}
