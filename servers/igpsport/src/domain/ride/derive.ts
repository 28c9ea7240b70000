import type { Summary } from '@core/activity-files';
import { meanMaximal } from '@core/metrics/curves';
import { elevationGain, movingTime } from '@core/metrics/detection';
import type { Metric } from '@core/metrics/result';
import { type RideMetrics, rideMetrics } from '@core/metrics/ride';
import { type Grid, PAUSED, pausesAsZero, type Tally, tallyOf, totals } from '@core/metrics/samples';
import type { DecodedRide } from './decode.ts';
import type {
  HeartRateDerivatives,
  PowerDerivatives,
  RideDerivatives,
  StoredCurve,
  StoredTally,
} from './derivatives.ts';

/** Durations of stored curves, s. */
export const CURVE_DURATIONS: readonly number[] = [
  1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 360, 480, 600, 720, 900, 1200, 1500, 1800, 2400, 2700,
  3000, 3600, 5400, 7200, 10800, 14400, 18000, 21600,
];

/** Everything that needs no threshold. The device's totals come first, as it saw more than it wrote down. */
export function deriveRide({ activity, grid, spikes }: DecodedRide): RideDerivatives {
  const { sessions, thresholds } = activity;
  const metrics = rideMetrics(grid);
  const climbed = grid.channels.altitude === undefined ? null : elevationGain(grid.channels.altitude).value;
  const speed = grid.channels.speed === undefined ? null : totals(grid.channels.speed);
  const timerS = sumOf(sessions, ({ timerS: own }) => own) ?? runningSeconds(grid);
  const distanceM = sumOf(sessions, ({ distanceM: own }) => own) ?? lastOf(grid.channels.distance);
  return {
    startMs: grid.startMs,
    localOffsetMs: activity.localOffsetMs,
    sport: activity.sport,
    device: deviceOf(activity.devices[0]?.product),
    elapsedS: sumOf(sessions, ({ elapsedS: own }) => own) ?? grid.seconds,
    timerS,
    movingS: known(movingTime(movingInput(grid)))?.seconds ?? null,
    distanceM,
    ascentM: sumOf(sessions, ({ ascentM: own }) => own) ?? climbed?.gain ?? null,
    descentM: sumOf(sessions, ({ descentM: own }) => own) ?? climbed?.loss ?? null,
    caloriesKcal: sumOf(sessions, ({ caloriesKcal: own }) => own),
    avgSpeedMs: distanceM !== null && timerS > 0 ? distanceM / timerS : known(metrics.speed),
    maxSpeedMs: speed !== null && speed.count > 0 ? speed.max : null,
    avgCadenceRpm: known(metrics.cadence),
    avgTemperatureC: meanOf(grid.channels.temperature),
    power: powerOf(grid, metrics, spikes),
    heartRate: heartRateOf(grid, metrics),
    efficiencyFactor: known(metrics.efficiencyFactor),
    decouplingPct: known(metrics.decoupling)?.percent ?? null,
    deviceFtpW: thresholds.functionalThresholdPowerW ?? sessions[0]?.thresholdPowerW ?? null,
    deviceLthrBpm: thresholds.thresholdHeartRateBpm,
    problems: [...new Set(activity.problems.map(({ kind }) => kind))],
  };
}

function powerOf(grid: Grid, { power }: RideMetrics, spikes: number): PowerDerivatives | null {
  const column = grid.channels.power;
  if (column === undefined || power.average.value === null || power.maximum.value === null) return null;
  return {
    averageW: power.average.value,
    maximumW: power.maximum.value,
    normalizedW: power.normalized.value,
    variabilityIndex: power.variabilityIndex.value,
    workKj: power.work.value ?? 0,
    coverage: power.average.coverage ?? 1,
    spikes,
    tally: storedTally(tallyOf(column)),
    curve: curveOf(pausesAsZero(grid, 'power') ?? column),
  };
}

function heartRateOf(grid: Grid, { heartRate }: RideMetrics): HeartRateDerivatives | null {
  const column = grid.channels.heart_rate;
  if (column === undefined || heartRate.average.value === null || heartRate.maximum.value === null) return null;
  return {
    averageBpm: heartRate.average.value,
    maximumBpm: heartRate.maximum.value,
    coverage: heartRate.average.coverage ?? 1,
    tally: storedTally(tallyOf(column)),
    curve: curveOf(column),
  };
}

function curveOf(column: Float64Array): StoredCurve {
  const durations = CURVE_DURATIONS.filter((seconds) => seconds <= column.length);
  const curve = meanMaximal(column, { durations }).value;
  if (curve === null) return { durations: [], values: [], starts: [] };
  return {
    durations: [...curve.durations],
    values: Array.from(curve.values, (value) => Math.round(value * 1000) / 1000),
    starts: [...curve.starts],
  };
}

/** Values to a tenth: smoothed or filled seconds would otherwise each be a value of their own. */
function storedTally({ values, counts, length }: Tally): StoredTally {
  const bins = new Map<number, number>();
  for (const [k, value] of values.entries()) {
    const tenth = Math.round(value * 10) / 10;
    bins.set(tenth, (bins.get(tenth) ?? 0) + (counts[k] ?? 0));
  }
  return { values: [...bins.keys()], counts: [...bins.values()], length };
}

/** A stored tally as the metrics take it. */
export function tallyFrom({ values, counts, length }: StoredTally): Tally {
  return {
    // Given to a constructor, lists are copied at once; `from` would walk through them.
    values: new Float64Array(values),
    counts: new Float64Array(counts),
    length,
    covered: counts.reduce((sum, held) => sum + held, 0),
  };
}

function movingInput({ channels: { speed, power, cadence } }: Grid) {
  return { ...(speed && { speed }), ...(power && { power }), ...(cadence && { cadence }) };
}

/** The sum over sessions; `null` when none of them has it. */
function sumOf(sessions: readonly Summary[], of: (session: Summary) => number | null): number | null {
  const told = sessions.map(of).filter((value) => value !== null);
  return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0);
}

function known<T>(metric: Metric<T>): T | null {
  return metric.value;
}

function lastOf(column: Float64Array | undefined): number | null {
  return column?.findLast((value) => !Number.isNaN(value)) ?? null;
}

function meanOf(column: Float64Array | undefined): number | null {
  if (column === undefined) return null;
  const { count, sum } = totals(column);
  return count === 0 ? null : sum / count;
}

function runningSeconds({ state, seconds }: Grid): number {
  return seconds - state.filter((cell) => cell === PAUSED).length;
}

function deviceOf(product: string | number | null | undefined): string | null {
  return typeof product === 'string' ? product : null;
}
