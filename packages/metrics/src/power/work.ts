import { allFinite, finite, type Metric, needPositive, none } from '../result/index.ts';
import { type Series, totals } from '../samples/index.ts';

/**
 * Average power, W, over the seconds with power, zeros counted. Devices can be set to leave zeros out (170 against 151 W
 * in one public file): compare with a device average only when that setting is known. Infinite values count as missing.
 * Refuses `no_data`. O(n).
 * @source reference metrics §1 and §2
 */
export function averagePower(power: Series): Metric {
  const { count, sum } = totals(power);
  if (count === 0) return none('no_data', 'the activity has no power');
  return finite(sum / count, 'mean of seconds with power, zeros counted', count / power.length);
}

/**
 * Highest second of power, W. Refuses `no_data`. Run `removePowerSpikes` first on meters that spike. O(n).
 * @source reference metrics §1
 */
export function maxPower(power: Series): Metric {
  const { count, max } = totals(power);
  if (count === 0) return none('no_data', 'the activity has no power');
  return finite(max, 'highest second', count / power.length);
}

/**
 * Mechanical work, kJ: Σ P·1 s / 1000. A missing second adds nothing and is not a zero: see `coverage`.
 * Refuses `no_data`. O(n).
 * @source reference metrics §2
 */
export function work(power: Series): Metric {
  const { count, sum } = totals(power);
  if (count === 0) return none('no_data', 'the activity has no power');
  return finite(sum / 1000, 'Σ P · 1 s', count / power.length);
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
 * @source reference metrics §2
 */
export function workAbove(power: Series, threshold: number): Metric<WorkAbove> {
  const refusal = needPositive({ threshold });
  if (refusal !== null) return refusal;
  let count = 0;
  let excess = 0;
  let total = 0;
  let seconds = 0;
  for (let i = 0; i < power.length; i++) {
    const watts = power[i] as number;
    if (!Number.isFinite(watts)) continue;
    count++;
    if (watts <= threshold) continue;
    excess += watts - threshold;
    total += watts;
    seconds++;
  }
  if (count === 0) return none('no_data', 'the activity has no power');
  const found = { excess: excess / 1000, total: total / 1000, seconds };
  return allFinite(found, 'Σ over seconds above the threshold', count / power.length);
}
