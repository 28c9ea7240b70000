import type { WireWorkout } from '../../client/workouts/wire.ts';
import { recorded } from '../recorded.ts';
import { km, kmPerHour, secondsPer } from '../si.ts';
import { rounded, secondsOfHours } from './rounding.ts';
import { isOnFoot, sportFamily } from './sport.ts';

/** What was planned. Never summed with what was done. */
export function plannedOf(workout: WireWorkout): Record<string, unknown> {
  return recorded({
    time_s: secondsOfHours(workout.totalTimePlanned),
    distance_km: km(workout.distancePlanned),
    tss: rounded(workout.tssPlanned, 1),
    intensity_factor: rounded(workout.ifPlanned, 3),
    energy_kj: workout.energyPlanned,
    calories_kcal: workout.caloriesPlanned,
    elevation_gain_m: workout.elevationGainPlanned,
    ...named('average', workout.workoutTypeValueId, workout.velocityPlanned),
  });
}

/** What was recorded or typed in as done. */
export function doneOf(workout: WireWorkout): Record<string, unknown> {
  const onFoot = isOnFoot(workout.workoutTypeValueId);
  return recorded({
    time_s: secondsOfHours(workout.totalTime),
    distance_km: km(workout.distance),
    tss: rounded(workout.tssActual, 1),
    tss_source_code: workout.tssSource,
    intensity_factor: rounded(workout.if, 3),
    normalized_power_w: workout.normalizedPowerActual,
    average_power_w: workout.powerAverage,
    max_power_w: workout.powerMaximum,
    average_hr_bpm: workout.heartRateAverage,
    max_hr_bpm: workout.heartRateMaximum,
    ...(onFoot ? { average_cadence_spm: workout.cadenceAverage } : { average_cadence_rpm: workout.cadenceAverage }),
    ...named('average', workout.workoutTypeValueId, workout.velocityAverage),
    ...named('normalized', workout.workoutTypeValueId, workout.normalizedSpeedActual),
    elevation_gain_m: workout.elevationGain,
    elevation_loss_m: workout.elevationLoss,
    energy_kj: workout.energy,
    calories_kcal: workout.calories,
    average_temperature_c: workout.tempAvg,
  });
}

/** How it felt. The platform does not say which end of `feeling` is the good one, so neither do we. */
export function feltOf({ rpe, feeling }: WireWorkout): Record<string, unknown> {
  return recorded({ rpe_0to10_10_is_hardest: rpe, feeling_0to10_direction_unknown: feeling });
}

/** How much of the plan was done, by the platform; nothing where there is no plan or nothing was done. */
export function complianceOf(workout: WireWorkout): Record<string, unknown> {
  return recorded({
    time_pct: workout.complianceDurationPercent,
    distance_pct: workout.complianceDistancePercent,
    tss_pct: workout.complianceTssPercent,
  });
}

/** How fast in the unit the sport talks in: a pace on foot, in water and on oars, a speed otherwise. */
function named(prefix: string, sport: number | null, speed: number | null): Record<string, number | null> {
  const family = sportFamily(sport);
  if (family === 'swim') return { [`${prefix}_pace_s_per_100m`]: secondsPer(100, speed) };
  if (family === 'row') return { [`${prefix}_pace_s_per_500m`]: secondsPer(500, speed) };
  if (isOnFoot(sport)) return { [`${prefix}_pace_s_per_km`]: secondsPer(1000, speed) };
  return { [`${prefix}_speed_km_h`]: kmPerHour(speed) };
}
