import {
  gradeAdjustedSpeed,
  heartRateLoad,
  normalizedPower,
  type Recording,
  recordingTime,
  trimp,
} from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import { familyOf } from '../sports.ts';
import {
  climbing,
  highest,
  lowest,
  mean,
  meanPositive,
  polarization,
  rounded,
  total,
  wPrimeBalance,
  zoneSeconds,
} from './arithmetic.ts';
import { elapsedOf, type Facts, factsOf } from './facts.ts';
import { intervalSummary } from './interval-groups.ts';
import { aboveFtp, decoupling, wattTops } from './power.ts';
import { modelOf } from './power-model.ts';
import type { StoredActivity } from './stored.ts';

/** What the service computes from the samples of an activity, in its own keys. */
export type Summary = Record<string, unknown>;

const COASTING_W = 10;

export function summarize(record: AthleteRecord, activity: StoredActivity, recording: Recording | undefined): Summary {
  const facts = factsOf(record, activity);
  if (!recording) return manualSummary(activity, facts, record);
  const moving = movingOf(recording, facts.type);
  return {
    ...timesAndPlaces(recording, facts, moving),
    ...powerPart(record, activity, recording, facts),
    ...heartPart(record, recording, facts),
    ...loadPart(record, activity, recording, facts, moving),
    ...settingsPart(record, facts),
    interval_summary: intervalSummary(record, activity, recording),
    stream_types: streamTypes(recording),
    icu_lap_count: recording.laps.length,
    device_watts: recording.channels.power ? true : null,
    has_heartrate: recording.channels.heartRate !== undefined,
  };
}

function manualSummary(activity: StoredActivity, facts: Facts, record: AthleteRecord): Summary {
  const values = activity.origin.kind === 'manual' ? activity.origin.values : {};
  const moving = typeof values.moving_time === 'number' ? values.moving_time : null;
  const load = typeof values.icu_training_load === 'number' ? values.icu_training_load : null;
  return {
    ...settingsPart(record, facts),
    elapsed_time: moving,
    icu_recording_time: moving,
    has_heartrate: false,
    icu_training_load: load,
    icu_intensity: load !== null && moving ? 100 * Math.sqrt((load * 36) / moving) : null,
    ...values,
  };
}

/** Seconds in motion; a swimmer at the wall does not move. */
function movingOf(recording: Recording, type: string): number {
  if (familyOf(type) !== 'swim') return recording.length;
  const speed = recording.channels.speed;
  let moving = 0;
  for (let i = 0; speed && i < speed.length; i++) if (speed[i]! > 0) moving += 1;
  return moving;
}

function timesAndPlaces(recording: Recording, facts: Facts, moving: number): Summary {
  const { distance, altitude, speed, cadence, temperature, power } = recording.channels;
  const metres = distance ? distance[distance.length - 1]! : null;
  const climb = climbing(altitude);
  const pace = metres === null || moving === 0 ? null : metres / moving;
  const running = familyOf(facts.type) === 'run';
  const steps = meanPositive(cadence);
  return {
    moving_time: moving,
    elapsed_time: elapsedOf(recording),
    icu_recording_time: recordingTime(recording),
    coasting_time: power && speed ? coasting(power, speed) : null,
    icu_median_time_delta: 1,
    recording_stops:
      recording.pauses.length > 0 ? recording.pauses.map(({ index }) => recording.time[index - 1]!) : null,
    distance: metres,
    icu_distance: metres,
    lengths: recording.lengths,
    pool_length: recording.lengths === undefined ? null : 25,
    average_speed: pace,
    max_speed: highest(speed),
    pace,
    gap: running && speed ? mean(gradeAdjustedSpeed(speed, recording.channels.grade)) : null,
    average_stride: running && pace !== null && steps !== null ? pace / ((2 * steps) / 60) : null,
    total_elevation_gain: climb.gain,
    total_elevation_loss: climb.loss,
    average_altitude: mean(altitude),
    min_altitude: lowest(altitude),
    max_altitude: highest(altitude),
    average_cadence: steps,
    average_temp: mean(temperature),
    min_temp: lowest(temperature),
    max_temp: highest(temperature),
    route_id: recording.course?.id,
  };
}

function coasting(power: ArrayLike<number>, speed: ArrayLike<number>): number {
  let seconds = 0;
  for (let i = 0; i < power.length; i++) if (speed[i]! >= 1 / 3.6 && (power[i]! || 0) <= COASTING_W) seconds += 1;
  return seconds;
}

function powerPart(record: AthleteRecord, activity: StoredActivity, recording: Recording, facts: Facts): Summary {
  const { power, heartRate } = recording.channels;
  const { ftp } = facts;
  if (!power || ftp === null) return {};
  const joules = total(power);
  const average = joules / recording.length;
  const np = normalizedPower(power);
  const hr = meanPositive(heartRate);
  const balance = wPrimeBalance(power, ftp, facts.wPrime);
  const day = activity.startLocal.slice(0, 10);
  const watts = zoneSeconds(power, wattTops(facts), false);
  const sweet = sweetSpotSeconds(power, ftp, facts);
  const rolling = Math.round(record.simulated.season.ftpOn(day));
  return {
    icu_average_watts: Math.round(average),
    icu_weighted_avg_watts: Math.round(np),
    icu_variability_index: Math.round(np) / Math.round(average),
    icu_efficiency_factor: hr === null ? null : Math.round(np) / Math.round(hr),
    icu_power_hr: hr === null ? null : Math.round(average) / Math.round(hr),
    decoupling: heartRate ? decoupling(power, heartRate) : null,
    icu_joules: Math.round(joules),
    icu_joules_above_ftp: aboveFtp(power, ftp),
    icu_max_wbal_depletion: Math.round(facts.wPrime - (lowest(balance) ?? facts.wPrime)),
    icu_zone_times: [...watts.map((secs, i) => ({ id: `Z${i + 1}`, secs })), { id: 'SS', secs: sweet }],
    ...modelOf(power, facts),
    icu_rolling_ftp: rolling,
    icu_rolling_cp: rolling,
    icu_rolling_w_prime: facts.wPrime,
    icu_rolling_p_max: record.profile.pMax,
    icu_rolling_ftp_delta: 0,
    power_meter: 'Favero Assioma',
    calories: Math.round(joules / 1000),
    strain_score: (Math.round(np) / ftp) ** 2 * (recording.length / 36),
  };
}

function sweetSpotSeconds(power: ArrayLike<number>, ftp: number, facts: Facts): number {
  const low = (ftp * facts.group.sweet_spot_min) / 100;
  const high = (ftp * facts.group.sweet_spot_max) / 100;
  let seconds = 0;
  for (let i = 0; i < power.length; i++) if (power[i]! >= low && power[i]! <= high) seconds += 1;
  return seconds;
}

function heartPart(record: AthleteRecord, recording: Recording, facts: Facts): Summary {
  const beats = recording.channels.heartRate;
  if (!beats) return {};
  const zones = zoneSeconds(beats, facts.group.hr_zones ?? []);
  return {
    average_heartrate: rounded(meanPositive(beats)),
    max_heartrate: highest(beats),
    icu_hr_zone_times: zones,
    trimp: trimp(beats, record.profile),
    polarization_index: polarization(zones),
    ...(recording.channels.power
      ? {}
      : { calories: Math.round((recording.length / 60) * ((meanPositive(beats) ?? 0) * 0.075)) }),
  };
}

function loadPart(
  record: AthleteRecord,
  activity: StoredActivity,
  recording: Recording,
  facts: Facts,
  moving: number,
): Summary {
  const { heartRate } = recording.channels;
  const power = powerLoad(recording, facts);
  const pace = paceLoad(recording, facts, moving);
  const hr = heartRate ? Math.round(heartRateLoad(heartRate, facts.lthr, record.profile)) : null;
  const known = activity.origin.kind === 'session' && activity.patch.icu_ftp === undefined;
  const session = activity.origin.kind === 'session' ? activity.origin.session : undefined;
  const counted = known && session ? record.simulated.loads(session).counted : (power ?? pace ?? hr);
  const family = familyOf(facts.type);
  const speed = recording.channels.speed;
  const percents =
    facts.thresholdPace !== null && speed ? Float32Array.from(speed, (v) => (100 * v) / facts.thresholdPace!) : null;
  return {
    power_load: power,
    hr_load: hr,
    hr_load_type: hr === null ? null : 'HRSS',
    pace_load: pace,
    pace_load_type: pace === null ? null : family === 'swim' ? 'SWIM' : 'RUN',
    icu_training_load: counted,
    icu_training_load_data: 100,
    icu_intensity: counted === null ? null : 100 * Math.sqrt((counted * 36) / recordingTime(recording)),
    pace_zone_times: percents && facts.group.pace_zones ? zoneSeconds(percents, facts.group.pace_zones) : null,
    gap_zone_times: null,
    use_gap_zone_times: family === 'run' ? false : null,
  };
}

function powerLoad(recording: Recording, facts: Facts): number | null {
  const { power } = recording.channels;
  if (!power || facts.ftp === null) return null;
  const intensity = Math.round(normalizedPower(power)) / facts.ftp;
  return Math.round((100 * intensity * intensity * recordingTime(recording)) / 3600);
}

function paceLoad(recording: Recording, facts: Facts, moving: number): number | null {
  const { speed, distance, grade } = recording.channels;
  const family = familyOf(facts.type);
  if (!speed || !distance || facts.thresholdPace === null || moving === 0) return null;
  if (family === 'swim') {
    const intensity = distance[distance.length - 1]! / moving / facts.thresholdPace;
    return Math.round((100 * intensity ** 3 * moving) / 3600);
  }
  if (family !== 'run') return null;
  const intensity = (mean(gradeAdjustedSpeed(speed, grade)) ?? 0) / facts.thresholdPace;
  return Math.round((100 * intensity * intensity * moving) / 3600);
}

function settingsPart(record: AthleteRecord, facts: Facts): Summary {
  const { group } = facts;
  return {
    icu_ftp: facts.ftp,
    icu_w_prime: facts.ftp === null ? null : facts.wPrime,
    p_max: facts.ftp === null ? null : record.profile.pMax,
    lthr: facts.lthr,
    athlete_max_hr: record.profile.maxHr,
    icu_resting_hr: record.profile.restingHr,
    icu_weight: facts.weightKg,
    icu_power_zones: group.power_zones,
    icu_sweet_spot_min: group.sweet_spot_min,
    icu_sweet_spot_max: group.sweet_spot_max,
    icu_hr_zones: group.hr_zones,
    pace_zones: group.pace_zones,
    threshold_pace: facts.thresholdPace,
    gap_model: group.gap_model,
    tiz_order: group.tiz_order,
    icu_warmup_time: group.warmup_time,
    icu_cooldown_time: group.cooldown_time,
    icu_power_spike_threshold: group.power_spike_threshold,
    p30s_exponent: 3,
  };
}

const STREAM_OF_CHANNEL = {
  power: 'watts',
  cadence: 'cadence',
  heartRate: 'heartrate',
  distance: 'distance',
  altitude: 'altitude',
  latitude: 'latlng',
  speed: 'velocity_smooth',
  temperature: 'temp',
} as const;

/** The stored streams of a recording, in the order in which the service keeps them. */
export function streamTypes(recording: Recording): string[] {
  const present = Object.entries(STREAM_OF_CHANNEL).filter(([channel]) => channel in recording.channels);
  return ['time', ...present.map(([, stream]) => stream)];
}
