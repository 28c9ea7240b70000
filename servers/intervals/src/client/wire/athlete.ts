import * as z from '@core/mcp-kit/schema';
import { deviceFlags } from './athlete-settings.ts';
import { flag, id, list, number, text, texts } from './blocks.ts';
import { wireSportSettings } from './sport-settings.ts';

/**
 * An athlete as listed. E-mail, date of birth, the API key and device tokens are on the wire and are not read: what is
 * not here cannot leak.
 */
export const wireAthlete = z.object({
  id,
  name: text,
  firstname: text,
  lastname: text,
  timezone: text,
  measurement_preference: text,
  sex: text,
  city: text,
  country: text,
  icu_permission: text,
  icu_coach: flag,
  icu_tags: texts,
});

export type WireAthlete = z.infer<typeof wireAthlete>;

export const wireProfile = z.object({
  ...wireAthlete.shape,
  weight: number,
  icu_weight: number,
  height: number,
  icu_resting_hr: number,
  icu_form_as_percent: flag,
  training_availability: list(
    z.object({ day_of_week: number, training_availability: text, max_training_time: number }),
  ),
  sportSettings: list(wireSportSettings),
  ...deviceFlags,
});

export type WireProfile = z.infer<typeof wireProfile>;
