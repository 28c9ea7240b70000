import * as z from '@core/mcp-kit/schema';
import { flag, id, list, number, text } from './blocks.ts';

const device = (name: string) => ({ [`${name}_upload_workouts`]: flag, [`${name}_last_upload`]: text });

/** Which devices planned workouts are sent to. */
export const deviceFlags = {
  ...device('icu_garmin'),
  ...device('suunto'),
  ...device('coros'),
  ...device('wahoo'),
  ...device('zwift'),
  ...device('zepp'),
  ...device('huawei'),
};

/** What of an athlete's settings is read to be changed, and which devices planned workouts are sent to. */
export const wireSettingsProfile = z.object({
  id,
  timezone: text,
  measurement_preference: text,
  weight: number,
  icu_weight: number,
  height: number,
  icu_resting_hr: number,
  city: text,
  state: text,
  country: text,
  bio: text,
  website: text,
  icu_form_as_percent: flag,
  icu_mmp_days: number,
  coach_ticks: list(z.object({ id: number, text })),
  training_availability: list(
    z.object({ day_of_week: number, training_availability: text, max_training_time: number }),
  ),
  ...deviceFlags,
});

export type WireSettingsProfile = z.infer<typeof wireSettingsProfile>;
