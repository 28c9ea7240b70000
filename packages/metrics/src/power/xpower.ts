import { finite, type Metric, needPositive, none } from '../result/index.ts';
import type { Series } from '../samples/index.ts';

/** Which of the three published smoothings xPower uses; see `xPower`. */
export type XPowerVariant = 'goldencheetah' | 'sheet' | 'textbook';

export interface XPowerOptions {
  /** Default `goldencheetah`. */
  readonly variant?: XPowerVariant;
}

const TAU = 25;
const SHARE = 1 / (TAU + 1);
/** Below this the decaying average counts as gone, so that an hour-long stop is not walked second by second. */
const NEGLIGIBLE = 0.1;

/**
 * xPower, W: fourth root of the mean of (25 s exponentially weighted power)⁴.
 *
 * - `goldencheetah` (default): weight of a new second 1/26, start 0, the average decays through missing seconds (as if
 *   0 W) until < 0.1 W; missing seconds are not counted in the mean. 274.1 W on the published ride.
 * - `sheet`: weight 2/26 on the 25 s trailing mean, the first 24 s count as 0, missing seconds are skipped: the
 *   Clarke–Skiba workbook, 278.0 W.
 * - `textbook`: weight 2/26, started at the first value, missing seconds are skipped. 280.0 W.
 *
 * Input at 1 Hz, W. Refuses `no_data` without power and `bad_input` for an infinite value. O(n), no allocation.
 * @source Skiba 2008 (BikeScore); Clarke & Skiba 2013, Adv Physiol Educ 37:134
 */
export function xPower(power: Series, options: XPowerOptions = {}): Metric {
  const variant = options.variant ?? 'goldencheetah';
  const { fourth, covered } =
    variant === 'goldencheetah' ? decaying(power) : variant === 'sheet' ? sheet(power) : textbook(power);
  return xPowerFrom(fourth, covered, power.length, variant);
}

/** xPower from the sum of its fourth powers. */
export function xPowerFrom(fourth: number, covered: number, length: number, variant: XPowerVariant): Metric {
  if (covered === 0) return none('no_data', 'the activity has no power');
  return finite((fourth / covered) ** 0.25, `xPower, ${variant}`, covered / length);
}

function decaying(power: Series) {
  let average = 0;
  let fourth = 0;
  let covered = 0;
  for (let i = 0; i < power.length; i++) {
    const watts = power[i] as number;
    if (Number.isNaN(watts)) {
      average = average < NEGLIGIBLE ? 0 : average - average * SHARE;
      continue;
    }
    average += (watts - average) * SHARE;
    const square = average * average;
    fourth += square * square;
    covered++;
  }
  return { fourth, covered };
}

function sheet(power: Series) {
  const ring = new Float64Array(TAU);
  let sum = 0;
  let average = 0;
  let fourth = 0;
  let covered = 0;
  for (let i = 0; i < power.length; i++) {
    const watts = power[i] as number;
    if (Number.isNaN(watts)) continue;
    const slot = covered++ % TAU;
    sum += watts - (ring[slot] as number);
    ring[slot] = watts;
    if (covered < TAU) continue;
    const mean = sum / TAU;
    average = covered === TAU ? mean : average + 2 * SHARE * (mean - average);
    const square = average * average;
    fourth += square * square;
  }
  return { fourth, covered };
}

function textbook(power: Series) {
  let average = 0;
  let fourth = 0;
  let covered = 0;
  for (let i = 0; i < power.length; i++) {
    const watts = power[i] as number;
    if (Number.isNaN(watts)) continue;
    average = covered === 0 ? watts : average + 2 * SHARE * (watts - average);
    const square = average * average;
    fourth += square * square;
    covered++;
  }
  return { fourth, covered };
}

/**
 * Relative intensity (RI): xPower / CP, a ratio. Refuses `bad_input` unless `cp` > 0 and `xPower` is finite and ≥ 0.
 * @source Skiba 2008 (BikeScore)
 */
export function relativeIntensity(xPower: number, cp: number): Metric {
  const refusal = needPositive({ cp });
  if (refusal !== null) return refusal;
  if (!(xPower >= 0)) return none('bad_input', `xPower must be 0 or more, got ${xPower}`);
  return finite(xPower / cp, 'RI, xPower / CP');
}

/**
 * BikeScore, points: 100 · h · (xPower/CP)². 100 for an hour at CP.
 * Refuses `bad_input` unless `cp` > 0 and the others are finite and ≥ 0.
 * @source Skiba 2008 (BikeScore); reproduces 78.485933 of Clarke & Skiba 2013
 */
export function bikeScore(effort: { readonly xPower: number; readonly seconds: number; readonly cp: number }): Metric {
  const ri = relativeIntensity(effort.xPower, effort.cp);
  if (ri.value === null) return ri;
  if (!(effort.seconds >= 0)) return none('bad_input', `seconds must be 0 or more, got ${effort.seconds}`);
  return finite((effort.seconds * ri.value * ri.value) / 36, 'BikeScore');
}
