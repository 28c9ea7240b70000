import { resample } from '@core/metrics/samples';
import type { Constants, Golden } from './constants.ts';
import { heartRateBlock } from './heart-rate.ts';
import { powerBlock, xPowerVariants } from './power.ts';

type Column = readonly (number | null)[];

/** Sections over `golden-series.json`, which lies beside the file: one value a second, null for missing. */
export function synthetic(expected: Golden, series: Golden, athlete: Constants): Golden {
  const answers: Golden = {};
  for (const name of Object.keys(expected)) answers[name] = answer(name, series, athlete);
  return answers;
}

function answer(name: string, series: Golden, athlete: Constants): Golden {
  const both = name === 'power_and_hr_1h';
  const power = columnOf(both ? series.power_for_hr_1h : name === 'hr_1h' ? undefined : series[name]);
  const heartRate = columnOf(both || name === 'hr_1h' ? series.hr_1h : undefined);
  const first = power ?? heartRate;
  if (first === undefined) return undefined;
  const grid = power === undefined ? undefined : fillAcross(power);
  const beats = heartRate === undefined ? undefined : fillAcross(heartRate);
  return {
    n: first.length,
    sum: first.reduce((sum, reading) => sum + (Number.isNaN(reading) ? 0 : reading), 0),
    records_clean: first.length,
    elapsed_s: first.length - 1,
    power: power && grid && powerBlock(power, grid, athlete, null),
    xpower_variants: power && xPowerVariants(power),
    hr: heartRate && beats && heartRateBlock({ records: heartRate, grid: beats, power: grid }, athlete),
  };
}

function columnOf(column: Column | undefined): Float64Array | undefined {
  return column && Float64Array.from(column, (reading) => reading ?? Number.NaN);
}

function fillAcross(column: Float64Array): Float64Array {
  const time = Float64Array.from(column, (_, i) => i);
  const gridded = resample({ startMs: null, time, channels: { power: column }, pauses: [] });
  return gridded.value?.channels.power ?? column;
}
