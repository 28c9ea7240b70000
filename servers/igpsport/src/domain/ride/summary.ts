import type { RideDerivatives } from './derivatives.ts';
import { kilometres, kilometresPerHour, localStart } from './quantities.ts';

type Facts = Record<string, string | number | null>;

/** The derivatives of a ride under names with units; `null` is "not recorded". */
export function rideSummary(derived: RideDerivatives): Record<'totals' | 'power' | 'heart_rate', Facts | null> {
  const { power, heartRate } = derived;
  return {
    totals: {
      start: localStart(derived),
      elapsed_s: derived.elapsedS,
      timer_s: derived.timerS,
      moving_s: derived.movingS,
      distance_km: kilometres(derived.distanceM),
      ascent_m: derived.ascentM,
      descent_m: derived.descentM,
      avg_speed_km_h: kilometresPerHour(derived.avgSpeedMs),
      max_speed_km_h: kilometresPerHour(derived.maxSpeedMs),
      avg_cadence_rpm: derived.avgCadenceRpm,
      avg_temperature_c: derived.avgTemperatureC,
      energy_kcal: derived.caloriesKcal,
    },
    power: power && {
      avg_power_w: power.averageW,
      max_power_w: power.maximumW,
      normalized_power_w: power.normalizedW,
      variability_index: power.variabilityIndex,
      work_kj: power.workKj,
      coverage_pct: power.coverage * 100,
    },
    heart_rate: heartRate && {
      avg_hr_bpm: heartRate.averageBpm,
      max_hr_bpm: heartRate.maximumBpm,
      efficiency_factor: derived.efficiencyFactor,
      decoupling_pct: derived.decouplingPct,
      coverage_pct: heartRate.coverage * 100,
    },
  };
}
