import type { Cell } from '@core/mcp-kit';
import type { WirePowerHrCurve, WirePowerVsHr } from '../../client/wire/plot.ts';

/** Watts for a beat have no unit of the answer's table: three digits say all of it. */
const ratio = (value: number | null) => (value === null ? null : Number(value.toFixed(3)));

/** The platform's own figures of how power and heart rate went together. */
export function powerVsHrFacts(plot: WirePowerVsHr): Record<string, unknown> {
  return {
    watts_per_beat: ratio(plot.powerHr),
    first_half_watts_per_beat: ratio(plot.powerHrFirst),
    second_half_watts_per_beat: ratio(plot.powerHrSecond),
    decoupling_pct: plot.decoupling,
    zone_2_watts_per_beat: ratio(plot.powerHrZ2),
    zone_2_median_cadence_rpm: plot.medianCadenceZ2,
    hr_lag_s: plot.hrLag,
    warmup_left_out_s: plot.warmup,
    cooldown_left_out_s: plot.cooldown,
  };
}

export const powerVsHrColumns = ['start_s', 'time_s', 'from_w', 'to_w', 'power_w', 'hr_bpm', 'cadence_rpm', 'time_min'];

/** The stretches of a plot as rows, in its order; a sensor that was not there is null. */
export function powerVsHrRows(plot: WirePowerVsHr): Record<string, Cell>[] {
  return plot.series.map(({ start, secs, watts, hr, cadence }) => ({
    start_s: start,
    time_s: secs,
    power_w: watts,
    hr_bpm: hr,
    cadence_rpm: cadence,
  }));
}

/** A step of power ridden for less than this says nothing about a heart rate, which takes as long to follow. */
const SHORTEST_MIN = 1;

/** Steps of power that were ridden for a minute at least, with the heart rate that went with each. */
export function powerHrRows({ minWatts, bucketSize, bpm, cadence, minutes }: WirePowerHrCurve): Record<string, Cell>[] {
  const [low, step] = [minWatts ?? 0, bucketSize ?? 0];
  return bpm.flatMap((hr, i) =>
    hr === null || hr === 0 || (minutes[i] ?? SHORTEST_MIN) < SHORTEST_MIN
      ? []
      : [
          {
            from_w: low + i * step,
            to_w: low + (i + 1) * step,
            hr_bpm: hr,
            cadence_rpm: cadence[i] ?? null,
            time_min: minutes[i] ?? null,
          },
        ],
  );
}
