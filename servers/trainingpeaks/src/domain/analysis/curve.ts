import type { Cell } from '@core/mcp-kit';
import { meanMaximal } from '@core/metrics/curves';
import { cleanSamples, pausesAsZero, resample } from '@core/metrics/samples';
import type { WireAnalysisCharts } from '../../client/analysis/wire.ts';
import { channelsOf } from './series.ts';

/** Seconds whose bests people talk about. */
const DURATIONS_S = [5, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 5400, 7200, 10800];

export const curveColumns = ['duration_s', 'power_w', 'power_from_s', 'hr_bpm', 'hr_from_s'] as const;

const orNaN = (values: readonly (number | null)[] | undefined) => values?.map((value) => value ?? Number.NaN);

/**
 * Best means of power and heart rate over round durations, and where they start. Elapsed seconds: a stop counts as 0 W, no
 * window runs over a dropout, heart rate is never filled.
 */
export function curveRows(charts: WireAnalysisCharts): Record<string, Cell>[] {
  const { seconds, series } = channelsOf(charts, ['power', 'hr']);
  const column = (name: string) => orNaN(series.find((each) => each.name === name)?.values);
  const [power, heartRate] = [column('power_w'), column('hr_bpm')];
  const { samples } = cleanSamples({
    timeMs: seconds.map((second) => (second === null ? Number.NaN : second * 1000)),
    channels: { ...(power && { power }), ...(heartRate && { heart_rate: heartRate }) },
    clock: 'relative',
  });
  const grid = resample(samples).value;
  if (grid === null) return [];
  const watts = bests(pausesAsZero(grid, 'power'));
  const beats = bests(grid.channels.heart_rate ?? null);
  return DURATIONS_S.flatMap((duration_s) => {
    const [w, hr] = [watts.get(duration_s), beats.get(duration_s)];
    if (w === undefined && hr === undefined) return [];
    return [
      {
        duration_s,
        power_w: w?.value ?? null,
        power_from_s: w?.from ?? null,
        hr_bpm: hr?.value ?? null,
        hr_from_s: hr?.from ?? null,
      },
    ];
  });
}

function bests(column: Float64Array | null): ReadonlyMap<number, { readonly value: number; readonly from: number }> {
  const curve = column === null ? null : meanMaximal(column, { durations: DURATIONS_S }).value;
  if (curve === null) return new Map();
  return new Map(
    Array.from(curve.durations, (duration, i) => [duration, { value: curve.values[i]!, from: curve.starts[i]! }]),
  );
}
