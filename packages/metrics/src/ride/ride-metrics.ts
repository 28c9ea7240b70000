import { DECOUPLING_PRESETS, type Decoupling, decouplingFrom } from '../heart-rate/decoupling.ts';
import {
  banisterTrimp,
  edwardsTrimp,
  exponentialTrimp,
  heartRateStressScore,
  luciaTrimp,
} from '../heart-rate/index.ts';
import {
  averagePower,
  efficiencyFactor,
  intensityFactor,
  maxPower,
  trainingStressScore,
  variabilityIndex,
  type WorkAbove,
  work,
  workAbove,
} from '../power/index.ts';
import { normalizedFrom } from '../power/normalized-power.ts';
import { xPowerFrom } from '../power/xpower.ts';
import { allFinite, finite, type Metric, none } from '../result/index.ts';
import { type Grid, meanOf, PAUSED, type Tally, tallyOf } from '../samples/index.ts';
import { highestOf } from '../samples/tally.ts';
import { type TimeInZones, timeInZones } from '../zones/index.ts';
import { type HeartRatePass, passOverHeartRate, passWithoutOutput } from './heart-rate-pass.ts';
import { passOverPower } from './power-pass.ts';

/** The athlete on the day of the ride; what is left out refuses the metrics that need it. */
export interface RideAthlete {
  /** W */
  readonly ftp?: number;
  /** W, default FTP. */
  readonly cp?: number;
  /** J */
  readonly wPrime?: number;
  /** bpm */
  readonly lthr?: number;
  readonly maxHeartRate?: number;
  readonly restHeartRate?: number;
  readonly vt1?: number;
  readonly vt2?: number;
  /** Lower bounds of the athlete's zones, W and bpm. */
  readonly powerZones?: readonly number[];
  readonly heartRateZones?: readonly number[];
  /** Timer time for TSS, s. Default: the cells that are not paused. */
  readonly timerSeconds?: number;
}

export interface RidePower {
  readonly average: Metric;
  readonly maximum: Metric;
  readonly normalized: Metric;
  readonly xPower: Metric;
  readonly variabilityIndex: Metric;
  readonly intensityFactor: Metric;
  readonly trainingStressScore: Metric;
  readonly work: Metric;
  readonly workAbove: Metric<WorkAbove>;
  readonly timeInZones: Metric<TimeInZones>;
  /** Lowest W′ left, J, when, and at the end. */
  readonly wBalance: Metric<{ readonly minimum: number; readonly minimumAt: number; readonly end: number }>;
}

export interface RideHeartRate {
  readonly average: Metric;
  readonly maximum: Metric;
  readonly banisterTrimp: Metric;
  readonly exponentialTrimp: Metric;
  readonly edwardsTrimp: Metric;
  readonly luciaTrimp: Metric;
  readonly stressScore: Metric;
  readonly timeInZones: Metric<TimeInZones>;
}

export interface RideMetrics {
  readonly power: RidePower;
  readonly heartRate: RideHeartRate;
  readonly efficiencyFactor: Metric;
  readonly decoupling: Metric<Decoupling>;
  /** Mean cadence over the seconds that pedal, /min. */
  readonly cadence: Metric;
  /** Mean of the seconds with speed, m/s. */
  readonly speed: Metric;
}

const absent = new Float64Array(0);

/**
 * All metrics of a ride at once: the same numbers, refusals and defaults as the single functions, in one pass over each
 * channel instead of one a metric (aTISS and the W′ curve, which cost more, are left to theirs). What the athlete's settings or the recording lack is refused, field by field.
 * @source see the single functions
 */
export function rideMetrics(grid: Grid, athlete: RideAthlete = {}): RideMetrics {
  const power = grid.channels.power ?? absent;
  const heartRate = grid.channels.heart_rate ?? absent;
  const trim = grid.seconds > 3600 ? 600 : 0;
  const pass =
    power.length === heartRate.length ? passOverHeartRate(heartRate, power, trim) : passWithoutOutput(heartRate);
  const ridden = ridePower(grid, power, athlete);
  const beats = rideHeartRate(pass.tally, athlete);
  const { value: np } = ridden.normalized;
  const { value: averageBeats } = beats.average;
  return {
    power: ridden,
    heartRate: beats,
    efficiencyFactor:
      np === null || averageBeats === null ? missing('NP and heart rate') : efficiencyFactor(np, averageBeats),
    decoupling: decouplingOf(
      pass,
      Math.min(grid.seconds, power.length) - trim,
      trim > 0,
      ridden.variabilityIndex.value ?? 1,
    ),
    cadence: meanAbove(grid.channels.cadence, 'cadence', 0),
    speed: meanAbove(grid.channels.speed, 'speed', Number.NEGATIVE_INFINITY),
  };
}

function ridePower(grid: Grid, power: Float64Array, athlete: RideAthlete): RidePower {
  const { ftp, cp = ftp, wPrime } = athlete;
  const pass = passOverPower(power, cp ?? 0, wPrime ?? 1);
  const tally = tallyOf(power);
  const average = averagePower(tally);
  const normalized = normalizedFrom(pass, power.length);
  const np = normalized.value;
  const seconds = athlete.timerSeconds ?? runningSeconds(grid);
  const rated = <T>(needed: string, of: (np: number, ftp: number) => Metric<T>): Metric<T> =>
    np === null ? missing('NP') : ftp === undefined ? missing(needed) : of(np, ftp);
  return {
    average,
    maximum: maxPower(tally),
    normalized,
    xPower: xPowerFrom(pass.xFourth, pass.covered, power.length, 'goldencheetah'),
    variabilityIndex: np === null || average.value === null ? missing('NP') : variabilityIndex(np, average.value),
    intensityFactor: rated('FTP', (watts, threshold) => intensityFactor(watts, threshold)),
    trainingStressScore: rated('FTP', (watts, threshold) =>
      trainingStressScore({ np: watts, seconds, ftp: threshold }),
    ),
    work: work(tally),
    workAbove: ftp === undefined ? missing('FTP') : workAbove(tally, ftp),
    timeInZones: athlete.powerZones === undefined ? missing('power zones') : timeInZones(tally, athlete.powerZones),
    wBalance:
      cp === undefined || wPrime === undefined || !(cp > 0 && wPrime > 0)
        ? missing('CP and W′')
        : pass.covered === 0
          ? none('no_data', 'the activity has no power')
          : allFinite(
              { minimum: wPrime - pass.mostSpent, minimumAt: pass.mostSpentAt, end: wPrime - pass.spentAtEnd },
              'differential, skiba_2015',
              pass.covered / power.length,
            ),
  };
}

function rideHeartRate(tally: Tally, athlete: RideAthlete): RideHeartRate {
  const { lthr, maxHeartRate: max, restHeartRate: rest, vt1, vt2 } = athlete;
  const coverage = tally.covered / tally.length;
  const reserved = <T>(of: (range: { rest: number; max: number }) => Metric<T>): Metric<T> =>
    rest === undefined || max === undefined ? missing('resting and maximal heart rate') : of({ rest, max });
  const noBeats = none('no_data', 'the activity has no heart rate');
  return {
    average: tally.covered === 0 ? noBeats : finite(meanOf(tally), 'mean of seconds with heart rate', coverage),
    maximum: tally.covered === 0 ? noBeats : finite(highestOf(tally), 'highest second', coverage),
    banisterTrimp: reserved((range) => banisterTrimp(tally, range)),
    exponentialTrimp: reserved((range) => exponentialTrimp(tally, range)),
    edwardsTrimp: max === undefined ? missing('maximal heart rate') : edwardsTrimp(tally, max),
    luciaTrimp: vt1 === undefined || vt2 === undefined ? missing('VT1 and VT2') : luciaTrimp(tally, { vt1, vt2 }),
    stressScore: reserved((range) =>
      lthr === undefined ? missing('LTHR') : heartRateStressScore(tally, { ...range, lthr }),
    ),
    timeInZones:
      athlete.heartRateZones === undefined ? missing('heart-rate zones') : timeInZones(tally, athlete.heartRateZones),
  };
}

function decouplingOf(pass: HeartRatePass, considered: number, trimmed: boolean, vi: number): Metric<Decoupling> {
  const { seconds, first } = pass;
  const rest = seconds - first.seconds;
  const halves = {
    seconds,
    considered,
    first: { output: first.output / first.seconds, heartRate: first.beats / first.seconds },
    second: { output: (pass.output - first.output) / rest, heartRate: (pass.beats - first.beats) / rest },
    trimmed,
  };
  return decouplingFrom(halves, DECOUPLING_PRESETS.default, () => vi);
}

function missing<T>(what: string): Metric<T> {
  return none('no_data', `needs ${what}`);
}

/** Most rides have no pause, which `indexOf` finds out faster than a loop; behind the first one, cells are counted. */
function runningSeconds({ state, seconds }: Grid): number {
  const first = state.indexOf(PAUSED);
  if (first < 0) return seconds;
  let paused = 0;
  for (let at = first; at < state.length; at++) if (state[at] === PAUSED) paused++;
  return seconds - paused;
}

/** Two readings at a time, each into its own sum: neither addition waits for the other. */
function meanAbove(column: Float64Array | undefined, name: string, least: number): Metric {
  if (column === undefined) return none('no_data', `${name} was not recorded`);
  const paired = column.length - (column.length % 2);
  let even = 0;
  let odd = 0;
  let count = 0;
  for (let i = 0; i < paired; i += 2) {
    const one = column[i] as number;
    const other = column[i + 1] as number;
    if (one > least) {
      even += one;
      count++;
    }
    if (other > least) {
      odd += other;
      count++;
    }
  }
  const last = column[paired] ?? Number.NaN;
  if (last > least) {
    even += last;
    count++;
  }
  if (count === 0) return none('no_data', `${name} has no value${least === 0 ? ' above 0' : ''}`);
  return finite((even + odd) / count, `mean ${name}${least === 0 ? ' above 0' : ''}`, count / column.length);
}
