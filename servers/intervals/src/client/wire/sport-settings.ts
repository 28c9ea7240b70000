import * as z from '@core/mcp-kit/schema';
import { flag, id, list, number, numbers, optionalId, text, texts } from './blocks.ts';

/** Thresholds and zones of one group of sports. `threshold_pace` is m/s for every sport; `pace_units` is display only. */
export const wireSportSettings = z.object({
  id,
  types: texts,
  other: flag,
  ftp: number,
  indoor_ftp: number,
  w_prime: number,
  p_max: number,
  power_zones: numbers,
  power_zone_names: list(text),
  sweet_spot_min: number,
  sweet_spot_max: number,
  lthr: number,
  max_hr: number,
  hr_zones: numbers,
  hr_zone_names: list(text),
  threshold_pace: number,
  pace_units: text,
  pace_zones: numbers,
  pace_zone_names: list(text),
  load_order: text,
  workout_order: text,
  hr_load_type: text,
  pace_load_type: text,
  updated: text,
});

export type WireSportSettings = z.infer<typeof wireSportSettings>;

/** The same with everything that can be set. */
export const wireSettingsGroup = z.object({
  ...wireSportSettings.shape,
  warmup_time: number,
  cooldown_time: number,
  tiz_order: text,
  ftp_est_min_secs: number,
  after_kj0: number,
  after_kj1: number,
  use_gap_zone_times: flag,
  best_effort_distances: numbers,
  default_gear_id: optionalId,
});

export type WireSettingsGroup = z.infer<typeof wireSettingsGroup>;
