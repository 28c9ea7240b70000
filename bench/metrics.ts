import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { gridDurations, type MeanMaximalCurve, meanMaximal, mergeCurves } from '@core/metrics/curves';
import { type DailyLoads, FITNESS_PRESETS, type FitnessPreset, fitnessSeries } from '@core/metrics/load';
import { normalizedPower } from '@core/metrics/power';
import { rideMetrics } from '@core/metrics/ride';
import { ZONE_TABLES } from '@core/metrics/zones';
import { naiveCurve, sum } from './metrics/naive.ts';
import { pythonPeers } from './metrics/peers.ts';
import { hardShapes, ride } from './metrics/rides.ts';
import { allocated, bestOf, ratioOfMedians } from './metrics/timing.ts';

/**
 * `pnpm bench:metrics`: the costs of `@core/metrics` as ratios within one run, and how they grow. Writes
 * `bench/results/metrics.json`.
 */

const root = resolve(import.meta.dirname, '..');
const SIX_HOURS = 21_600;
const grid = ride(SIX_HOURS);
const power = grid.channels.power as Float64Array;
const channels = Object.values(grid.channels);
const athlete = {
  ftp: 250,
  wPrime: 20_000,
  lthr: 165,
  maxHeartRate: 190,
  restHeartRate: 50,
  vt1: 135,
  vt2: 160,
  powerZones: ZONE_TABLES.coggan_power.shares.map((share) => share * 250),
  heartRateZones: ZONE_TABLES.five_heart_rate.shares.map((share) => share * 165),
};
const tenYears: DailyLoads = {
  from: '2016-01-01',
  values: Float64Array.from({ length: 3653 }, (_, day) => (day % 7 === 0 ? 0 : 40 + ((day * 37) % 60))),
  incomplete: [],
};
const presets = Object.keys(FITNESS_PRESETS) as FitnessPreset[];
const stored = storedCurves(5000);

const curve = bestOf(6, { naive: () => naiveCurve(power), every: () => meanMaximal(power, { durations: 'every' }) });
const onGrid = bestOf(30, { grid: () => meanMaximal(power) });
/** All metrics of the ride against one pass that does nothing but add up each channel that they read, gaps left out. */
const passes = ratioOfMedians(
  () => rideMetrics(grid, athlete),
  () => channels.map(sum),
  200,
  4,
);
const chart = bestOf(60, { pmc: () => presets.map((preset) => fitnessSeries(tenYears, { preset })) });
const merge = bestOf(20, { merge: () => mergeCurves(stored) });
const single = bestOf(60, {
  np: () => normalizedPower(power),
  peaks: () => meanMaximal(power, { durations: [5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600] }),
  fitness: () => fitnessSeries(tenYears),
});
let kept = 0;
const whole = allocated(() => {
  const { value } = meanMaximal(power, { durations: 'every' });
  kept =
    value === null
      ? 0
      : [value.durations, value.values, value.starts].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
});
const copies = (whole - kept) / power.byteLength;
const rideCopies = allocated(() => rideMetrics(grid, athlete)) / (power.byteLength * channels.length);

const rows = [
  row('exact curve, every duration of 6 h, against the double loop', curve.naive / curve.every, '≥', 8, '×'),
  row('curve on the ≤ 2 % grid, against the double loop', curve.naive / onGrid.grid, '≥', 60, '×'),
  row('all 23 metrics of the ride, in summing passes over its channels', passes.ratio, '≤', 3, '×'),
  row(`PMC of 10 years, ${presets.length} conventions`, chart.pmc, '≤', 1, 'ms'),
  row('merging 5,000 stored curves', merge.merge, '≤', 100, 'ms'),
  row('memory of that curve beside its result, in copies of the input', copies, '≤', 3, '×'),
  row('memory of all metrics, in copies of the input', rideCopies, '≤', 3, '×'),
];
const growth = [1, 2, 4, 8, 16, 48].map((hours) => growthOf(hours));
const hard = Object.fromEntries(
  Object.entries(hardShapes).map(([name, shape]) => {
    const series = shape(SIX_HOURS);
    const times = bestOf(2, {
      naive: () => naiveCurve(series),
      every: () => meanMaximal(series, { durations: 'every' }),
      grid: () => meanMaximal(series),
    });
    return [name, { every: round(times.naive / times.every), grid: round(times.naive / times.grid) }];
  }),
);
const python = pythonPeers(power, tenYears.values);
const against =
  'ms' in python
    ? {
        versions: python.versions,
        np: round((python.ms.np ?? 0) / single.np),
        ten_peaks: round((python.ms.peaks ?? 0) / single.peaks),
        grid_curve: round((python.ms.grid ?? 0) / onGrid.grid),
        ctl_and_atl: round((python.ms.fitness ?? 0) / single.fitness),
      }
    : python;

for (const { what, value, sign, budget, unit, ok } of rows)
  console.log(
    `${ok ? '✓' : '✗'} ${what.padEnd(66)} ${`${value} ${unit}`.padStart(11)}   budget ${sign} ${budget} ${unit}`,
  );
console.log('\nhow costs grow, ms');
console.table(growth);
console.log('shapes that a pruned search likes least, times faster than the double loop');
console.table(hard);
console.log(
  'absent' in against ? `pandas and numpy: skipped, ${against.absent}` : `times faster than ${against.versions}`,
);
if (!('absent' in against)) {
  const { versions: _, ...factors } = against;
  console.table({ 'times faster': factors });
}

const details = {
  ms: { ...curve, ...onGrid, all: passes.other, sums: passes.one, ...chart, ...merge, ...single },
  growth,
  hard_shapes: hard,
  against_python: against,
};
mkdirSync(join(root, 'bench/results'), { recursive: true });
const machine = { node: process.version, cores: cpus().length };
const results = { measured: new Date().toISOString().slice(0, 10), machine, budgets: rows, details };
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? round(value) : value);
writeFileSync(join(root, 'bench/results/metrics.json'), `${JSON.stringify(results, rounded, 2)}\n`);
process.exit(rows.every(({ ok }) => ok) ? 0 : 1);

/** Curves as a store holds them: activities of half an hour to six hours on the grid. */
function storedCurves(count: number): MeanMaximalCurve[] {
  return Array.from({ length: count }, (_, k) => {
    const durations = gridDurations(1800 + ((k * 7919) % 19_800));
    const values = Float64Array.from(durations, (seconds) => 240 + ((k * 31) % 40) + 20_000 / (seconds + 20));
    return { durations, values, starts: new Int32Array(durations.length) };
  });
}

function growthOf(hours: number) {
  const series = ride(hours * 3600);
  const watts = series.channels.power as Float64Array;
  const times = bestOf(hours > 8 ? 2 : 5, {
    every: () => meanMaximal(watts, { durations: 'every' }),
    grid: () => meanMaximal(watts),
    np: () => normalizedPower(watts),
    all: () => rideMetrics(series, athlete),
  });
  return {
    hours,
    'every duration': round(times.every),
    '≤ 2 % grid': round(times.grid),
    NP: round(times.np),
    'all metrics': round(times.all),
  };
}

function row(what: string, measured: number, sign: '≥' | '≤', budget: number, unit: string) {
  const ok = sign === '≥' ? measured >= budget : measured <= budget;
  return { what, value: round(measured), sign, budget, unit, ok };
}

function round(number: number): number {
  return Number(number.toPrecision(3));
}
