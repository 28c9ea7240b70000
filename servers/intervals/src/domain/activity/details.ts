import type { WireActivity } from '../../client/wire/activity.ts';
import { localMinute } from '../local-time.ts';
import { recordedGroups } from '../recorded.ts';
import { kilojoules, km, kmPerHour, stepsPerMinute } from '../si.ts';
import { isOnFoot, isRun, speedOf } from '../sport.ts';

/** One activity in groups; groups without any data are named in `missing` instead of being printed as nulls. */
export function activityDetails(activity: WireActivity) {
  const { present, missing } = recordedGroups({
    totals: totals(activity),
    power: power(activity),
    heart_rate: heartRate(activity),
    motion: motion(activity),
    load: load(activity),
    subjective: subjective(activity),
    settings_that_day: settings(activity),
    fuel: {
      calories_burned_kcal: activity.calories,
      carbs_used_g: activity.carbs_used,
      carbs_eaten_g: activity.carbs_ingested,
    },
    weather: weather(activity),
    strength: { weight_lifted_kg: activity.kg_lifted },
    own_fields: activity.custom,
  });
  return { summary: summary(activity), groups: present, missing };
}

function summary(activity: WireActivity) {
  return {
    id: activity.id,
    name: activity.name,
    sport: activity.type,
    start: localMinute(activity.start_date_local),
    indoor: activity.trainer,
    race: activity.race,
    commute: activity.commute === true ? true : null,
    tags: activity.tags.length > 0 ? activity.tags : null,
    description: activity.description,
    device: activity.device_name,
    source: activity.source,
    planned_event_id: activity.paired_event_id,
    gear_id: activity.gear?.id ?? null,
    route_id: activity.route_id,
    channels: activity.stream_types.length > 0 ? activity.stream_types.join(' ') : null,
  };
}

function totals(activity: WireActivity) {
  return {
    distance_km: km(activity.icu_distance ?? activity.distance),
    moving_time_s: activity.moving_time,
    elapsed_time_s: activity.elapsed_time,
    elevation_gain_m: activity.total_elevation_gain,
    elevation_loss_m: activity.total_elevation_loss,
    coasting_time_s: activity.coasting_time,
    pool_length_m: activity.pool_length,
    lengths: activity.lengths,
  };
}

function power(activity: WireActivity) {
  return {
    average_power_w: activity.icu_average_watts,
    np_w: activity.icu_weighted_avg_watts,
    variability_index: activity.icu_variability_index,
    work_kj: kilojoules(activity.icu_joules),
    work_above_ftp_kj: kilojoules(activity.icu_joules_above_ftp),
    deepest_w_prime_use_kj: kilojoules(activity.icu_max_wbal_depletion),
    estimated_ftp_after_w: activity.icu_rolling_ftp,
    best_effort_ftp_w: activity.icu_pm_ftp,
    best_effort_power_w: activity.icu_pm_ftp_watts,
    best_effort_time_s: activity.icu_pm_ftp_secs,
    left_right_balance_pct: activity.avg_lr_balance,
  };
}

function heartRate(activity: WireActivity) {
  return {
    average_hr_bpm: activity.average_heartrate,
    max_hr_bpm: activity.max_heartrate,
    efficiency_factor: activity.icu_efficiency_factor,
    decoupling_pct: activity.decoupling,
    hr_recovery_60s_bpm: activity.icu_hrr?.hrr ?? null,
    trimp: activity.trimp,
  };
}

function motion(activity: WireActivity) {
  const onFoot = isOnFoot(activity.type);
  const gap = isRun(activity.type) ? speedOf(activity.type, activity.gap) : {};
  return {
    ...Object.fromEntries(
      Object.entries(speedOf(activity.type, activity.average_speed)).map(([k, v]) => [`average_${k}`, v]),
    ),
    ...Object.fromEntries(Object.entries(gap).map(([k, v]) => [`grade_adjusted_${k}`, v])),
    max_speed_km_h: kmPerHour(activity.max_speed),
    ...(onFoot
      ? { average_cadence_spm: stepsPerMinute(activity.average_cadence) }
      : { average_cadence_rpm: activity.average_cadence }),
    lowest_altitude_m: activity.min_altitude,
    highest_altitude_m: activity.max_altitude,
    average_temperature_c: activity.average_temp,
  };
}

function load(activity: WireActivity) {
  return {
    load: activity.icu_training_load,
    intensity_pct: activity.icu_intensity,
    load_from_power: activity.power_load,
    load_from_hr: activity.hr_load,
    load_from_pace: activity.pace_load,
    hr_load_model: activity.hr_load === null ? null : activity.hr_load_type,
    strain_score: activity.strain_score,
    polarization_index: activity.polarization_index,
    of_planned_load_pct: activity.compliance,
    ctl: activity.icu_ctl,
    atl: activity.icu_atl,
  };
}

/** The platform's scales, their direction in the name: `feel` runs from 1 (strong) to 5 (weak). */
function subjective(activity: WireActivity) {
  return {
    rpe_1to10: activity.icu_rpe,
    feel_1to5_1_is_strong: activity.feel,
    session_rpe: activity.session_rpe,
    device_rpe: activity.perceived_exertion,
  };
}

function settings(activity: WireActivity) {
  return {
    ftp_w: activity.icu_ftp,
    w_prime_kj: kilojoules(activity.icu_w_prime),
    lthr_bpm: activity.lthr,
    max_hr_setting_bpm: activity.athlete_max_hr,
    weight_kg: activity.icu_weight,
    ...speedOfThreshold(activity),
  };
}

function speedOfThreshold(activity: WireActivity) {
  const shown = speedOf(activity.type, activity.threshold_pace);
  return Object.fromEntries(Object.entries(shown).map(([name, value]) => [`threshold_${name}`, value]));
}

function weather(activity: WireActivity) {
  return {
    air_temperature_c: activity.average_weather_temp,
    feels_like_c: activity.average_feels_like,
    wind_km_h: kmPerHour(activity.average_wind_speed),
    headwind_pct: activity.headwind_percent,
    tailwind_pct: activity.tailwind_percent,
  };
}
