import type { Summary } from '@core/activity-files';
import { elevationGain } from '@core/metrics/detection';
import { averagePower, normalizedPower } from '@core/metrics/power';
import { type ChannelName, totals } from '@core/metrics/samples';
import type { DecodedRide } from './decode.ts';
import { kilometres, kilometresPerHour } from './quantities.ts';

export const lapColumns = [
  'lap',
  'start_s',
  'timer_s',
  'distance_km',
  'avg_power_w',
  'normalized_power_w',
  'avg_hr_bpm',
  'max_hr_bpm',
  'avg_cadence_rpm',
  'avg_speed_km_h',
  'ascent_m',
] as const;

export type LapRow = Record<(typeof lapColumns)[number], number | null>;

/** Laps as the head unit wrote them. Its own totals come first; power is ours, so that it agrees with the summary. */
export function lapRows(ride: DecodedRide): LapRow[] {
  return ride.activity.laps.map((lap, index) => lapRow(ride, lap, index));
}

function lapRow({ grid }: DecodedRide, lap: Summary, index: number): LapRow {
  const start = lap.startMs === null || grid.startMs === null ? null : Math.round((lap.startMs - grid.startMs) / 1000);
  const from = Math.max(0, start ?? 0);
  const to = from + Math.round(lap.elapsedS ?? lap.timerS ?? 0);
  const part = (name: ChannelName) => (start === null ? undefined : grid.channels[name]?.subarray(from, to));
  const [power, beats, altitude] = [part('power'), part('heart_rate'), part('altitude')];
  const heart = beats && totals(beats);
  const seconds = lap.timerS ?? lap.elapsedS;
  return {
    lap: index + 1,
    start_s: start,
    timer_s: seconds,
    distance_km: kilometres(lap.distanceM),
    avg_power_w: (power && averagePower(power).value) ?? lap.avgPowerW,
    normalized_power_w: (power && normalizedPower(power).value) ?? lap.normalizedPowerW,
    avg_hr_bpm: lap.avgHeartRateBpm ?? (heart && heart.count > 0 ? heart.sum / heart.count : null),
    max_hr_bpm: lap.maxHeartRateBpm ?? (heart && heart.count > 0 ? heart.max : null),
    avg_cadence_rpm: lap.avgCadenceRpm,
    avg_speed_km_h: kilometresPerHour(
      lap.avgSpeedMs ?? (lap.distanceM !== null && seconds !== null && seconds > 0 ? lap.distanceM / seconds : null),
    ),
    ascent_m: lap.ascentM ?? (altitude && elevationGain(altitude).value?.gain) ?? null,
  };
}
