import * as z from '@core/mcp-kit/schema';
import { flag, id, list, maybe, number, numbers, optionalId, text, texts } from './blocks.ts';

const row = {
  id,
  icu_athlete_id: text,
  name: text,
  type: text,
  start_date_local: text,
  source: text,
  /** Only on a Strava stub. */
  _note: text,
  race: flag,
  trainer: flag,
  moving_time: number,
  elapsed_time: number,
  distance: number,
  icu_distance: number,
  total_elevation_gain: number,
  icu_training_load: number,
  power_load: number,
  hr_load: number,
  pace_load: number,
  icu_intensity: number,
  icu_average_watts: number,
  icu_weighted_avg_watts: number,
  average_heartrate: number,
  average_speed: number,
  icu_rpe: number,
  feel: number,
  paired_event_id: optionalId,
  compliance: number,
  tags: texts,
  external_id: text,
} as const;

/** The fields of a list row: asked for with `fields=`, because a whole row has 185 keys. */
export const activityRowFields: readonly string[] = Object.keys(row).filter((field) => field !== '_note');

export const wireActivityRow = z.object(row);

export type WireActivityRow = z.infer<typeof wireActivityRow>;

/** The light rows of the search endpoint. */
export const wireActivityHit = z.object({
  id,
  name: text,
  start_date_local: text,
  type: text,
  race: flag,
  distance: number,
  moving_time: number,
  tags: texts,
});

export type WireActivityHit = z.infer<typeof wireActivityHit>;

const times = {
  coasting_time: number,
  device_name: text,
  description: text,
  sub_type: text,
  commute: flag,
  /** The chat that holds its comments. */
  icu_chat_id: optionalId,
  route_id: optionalId,
  icu_intervals_edited: flag,
  created: text,
  stream_types: texts,
} as const;

const power = {
  icu_variability_index: number,
  icu_efficiency_factor: number,
  decoupling: number,
  icu_joules: number,
  icu_joules_above_ftp: number,
  icu_max_wbal_depletion: number,
  icu_ftp: number,
  icu_w_prime: number,
  p_max: number,
  icu_rolling_ftp: number,
  icu_pm_ftp: number,
  icu_pm_ftp_secs: number,
  icu_pm_ftp_watts: number,
  avg_lr_balance: number,
  carbs_used: number,
  carbs_ingested: number,
} as const;

const body = {
  max_heartrate: number,
  lthr: number,
  athlete_max_hr: number,
  icu_resting_hr: number,
  icu_weight: number,
  trimp: number,
  icu_hrr: maybe(z.object({ hrr: number })),
  calories: number,
  average_cadence: number,
  average_temp: number,
} as const;

const motion = {
  max_speed: number,
  pace: number,
  gap: number,
  threshold_pace: number,
  total_elevation_loss: number,
  min_altitude: number,
  max_altitude: number,
  lengths: number,
  pool_length: number,
} as const;

const load = {
  hr_load_type: text,
  strain_score: number,
  icu_ctl: number,
  icu_atl: number,
  polarization_index: number,
  session_rpe: number,
  perceived_exertion: number,
  kg_lifted: number,
  icu_zone_times: list(z.object({ id: text, secs: number })),
  icu_power_zones: numbers,
  icu_hr_zone_times: numbers,
  icu_hr_zones: numbers,
  pace_zone_times: numbers,
  gap_zone_times: numbers,
  pace_zones: numbers,
  use_gap_zone_times: flag,
  icu_achievements: list(z.object({ type: text, message: text, watts: number, secs: number })),
} as const;

const weather = {
  average_weather_temp: number,
  average_feels_like: number,
  average_wind_speed: number,
  headwind_percent: number,
  tailwind_percent: number,
} as const;

/** Equipment: only the id is filled by the live service. */
const gear = { gear: maybe(z.object({ id: optionalId, name: text })) } as const;

const known = z.object({ ...row, ...times, ...power, ...body, ...motion, ...load, ...weather, ...gear });

/** One activity in full, the parts of it that we use, and the athlete's own fields. */
export type WireActivity = z.infer<typeof known> & { readonly custom: CustomValues };

export type CustomValues = Readonly<Record<string, string | number | boolean>>;

export const wireActivity = z.pipe(
  z.looseObject(known.shape),
  z.transform((activity: z.infer<typeof known> & Record<string, unknown>): WireActivity => {
    return { ...activity, custom: customValues(activity) };
  }),
);

/** The athlete's own fields lie between the platform's, told apart by their codes: those begin with a capital. */
function customValues(activity: Readonly<Record<string, unknown>>): CustomValues {
  const own = Object.entries(activity).filter(
    (entry): entry is [string, string | number | boolean] =>
      /^[A-Z][A-Za-z0-9]*$/.test(entry[0]) && ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  return Object.fromEntries(own);
}

/** What a create or a sparse update of an activity may name; keys with a capital are the athlete's own fields. */
export interface ActivityBody {
  readonly start_date_local?: string;
  readonly name?: string;
  readonly description?: string;
  readonly type?: string;
  readonly sub_type?: string;
  readonly trainer?: boolean;
  readonly tags?: readonly string[];
  readonly icu_rpe?: number;
  readonly feel?: number;
  readonly kg_lifted?: number;
  readonly carbs_ingested?: number;
  readonly icu_training_load?: number;
  readonly moving_time?: number;
  readonly elapsed_time?: number;
  readonly distance?: number;
  readonly total_elevation_gain?: number;
  readonly average_heartrate?: number;
  readonly gear?: { readonly id: string };
  readonly paired_event_id?: number;
  readonly external_id?: string;
  readonly [custom: Capitalize<string>]: unknown;
}
