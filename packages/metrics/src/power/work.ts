import { allFinite, finite, type Metric, needPositive, none } from '../result/index.ts';
import { meanOf, type Series, type Tally, tallyOf } from '../samples/index.ts';
import { highestOf, totalOf } from '../samples/tally.ts';

/**
 * Average power, W, over the seconds with power, zeros counted. Devices can be set to leave zeros out (170 against 151 W
 * in one public file): compare with a device average only when that setting is known. Infinite values count as missing.
 * Refuses `no_data`. O(n).
 * @source definition
 */
export function averagePower(power: Series | Tally): Metric {
  const tally = tallyOf(power);
  if (tally.covered === 0) return none('no_data', 'the activity has no power');
  return finite(meanOf(tally), 'mean of seconds with power, zeros counted', tally.covered / tally.length);
}

/**
 * Highest second of power, W. Refuses `no_data`. Run `removePowerSpikes` first on meters that spike. O(n).
 * @source definition
 */
export function maxPower(power: Series | Tally): Metric {
  const tally = tallyOf(power);
  if (tally.covered === 0) return none('no_data', 'the activity has no power');
  return finite(highestOf(tally), 'highest second', tally.covered / tally.length);
}

/**
 * Mechanical work, kJ: Σ P·1 s / 1000. A missing second adds nothing and is not a zero: see `coverage`.
 * Refuses `no_data`. O(n).
 * @source definition
 */
export function work(power: Series | Tally): Metric {
  const tally = tallyOf(power);
  if (tally.covered === 0) return none('no_data', 'the activity has no power');
  return finite(totalOf(tally) / 1000, 'Σ P · 1 s', tally.covered / tally.length);
}

/** Two numbers that programs call "work above threshold". kJ. */
export interface WorkAbove {
  /** Σ max(0, P − threshold): only the part above the line. intervals.icu `joules_above_ftp`. */
  readonly excess: number;
  /** Σ P over the seconds above the line: the whole work done there. GoldenCheetah "W′ work". */
  readonly total: number;
  /** Seconds above the line. */
  readonly seconds: number;
}

/**
 * Work above FTP or CP, kJ, in both meanings. `threshold` in W, above 0. Refuses `no_data`, `bad_input`. O(n).
 * @source definition
 */
export function workAbove(power: Series | Tally, threshold: number): Metric<WorkAbove> {
  const refusal = needPositive({ threshold });
  if (refusal !== null) return refusal;
  const { values, counts, covered, length } = tallyOf(power);
  if (covered === 0) return none('no_data', 'the activity has no power');
  let excess = 0;
  let total = 0;
  let seconds = 0;
  for (let k = 0; k < values.length; k++) {
    const watts = values[k] as number;
    if (watts <= threshold) continue;
    const held = counts[k] as number;
    excess += (watts - threshold) * held;
    total += watts * held;
    seconds += held;
  }
  const found = { excess: excess / 1000, total: total / 1000, seconds };
  return allFinite(found, 'Σ over seconds above the threshold', covered / length);
}
