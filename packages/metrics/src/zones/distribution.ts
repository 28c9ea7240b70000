import { allFinite, finite, type Metric, none, value, type Warning } from '../result/index.ts';

/** Time (any unit) below LT1, between, and above LT2. */
export type ThreeZoneTime = readonly [low: number, middle: number, high: number];

/** Shape of an intensity distribution. */
export type DistributionClass = 'base' | 'polarized' | 'pyramidal' | 'threshold' | 'high_intensity';

export interface IntensityDistribution {
  /** Shares, 0–1, adding up to 1. */
  readonly shares: ThreeZoneTime;
  readonly shape: DistributionClass;
}

/**
 * Folds finer zones into three. `from[k]` is the three-zone index (0, 1 or 2) of zone k; default for 7 zones 1–2 / 3–4 /
 * 5–7, for 5 zones 1–2 / 3–4 / 5. Refuses `bad_input` for other counts without `from`, or for negative numbers.
 * @source common folding of Coggan and Friel zones; Seiler 2010
 */
export function collapseToThree(seconds: readonly number[], from?: readonly (0 | 1 | 2)[]): Metric<ThreeZoneTime> {
  const known = seconds.length === 7 ? [0, 0, 1, 1, 2, 2, 2] : seconds.length === 5 ? [0, 0, 1, 1, 2] : undefined;
  const map = from ?? known;
  if (map === undefined || map.length !== seconds.length)
    return none('bad_input', `say which of three zones each of the ${seconds.length} zones belongs to`);
  if (!seconds.every((time) => time >= 0 && Number.isFinite(time)))
    return none('bad_input', 'time in zone must be finite and 0 or more');
  const folded: [number, number, number] = [0, 0, 0];
  for (let zone = 0; zone < seconds.length; zone++) folded[map[zone] as 0 | 1 | 2] += seconds[zone] as number;
  return allFinite(folded, 'zones folded into three');
}

/**
 * Class of an intensity distribution with shares a, b, c: `base` when b + c < 5 %, `threshold` when b is largest,
 * `high_intensity` when c is, else `polarized` for a > c > b and `pyramidal` for a ≥ b ≥ c.
 * Refuses `no_data` when all are 0, `bad_input` for negative or non-finite time.
 * @source Seiler 2010; Treff 2019
 */
export function intensityDistribution(time: ThreeZoneTime): Metric<IntensityDistribution> {
  const shares = sharesOf(time);
  if (shares.value === null) return shares;
  const [low, middle, high] = shares.value;
  const shape: DistributionClass =
    middle + high < 0.05
      ? 'base'
      : middle > low && middle >= high
        ? 'threshold'
        : high > low
          ? 'high_intensity'
          : high > middle
            ? 'polarized'
            : 'pyramidal';
  return allFinite({ shares: shares.value, shape }, 'shares of time in three zones');
}

/**
 * Polarization index: log₁₀(a/b · c · 100) with shares of time a, b, c in three zones; above 2.00 is polarized.
 *
 * No middle time: b = 0.01 and c − 0.01. No high time: 0. Warns `more_high_than_low` when c > a, where the index says
 * nothing. 80/5/15 gives 2.38. Refuses `no_data`, `undefined_ratio` (a = 0), `bad_input`.
 * @source Treff 2019, Front Physiol 10:707
 */
export function polarizationIndex(time: ThreeZoneTime): Metric {
  const shares = sharesOf(time);
  if (shares.value === null) return shares;
  const [low, middle, high] = shares.value;
  const method = 'polarization index, Treff';
  if (high === 0) return value(0, method);
  if (low === 0) return none('undefined_ratio', 'there is no time in the low zone');
  const warnings: Warning[] =
    high > low
      ? [
          {
            code: 'more_high_than_low',
            detail: 'more high than low intensity: the index is not defined for this shape',
          },
        ]
      : [];
  const adjusted = middle === 0 ? Math.max(0, high - 0.01) : high;
  if (adjusted === 0) return value(0, method, null, warnings);
  return finite(Math.log10((low / (middle === 0 ? 0.01 : middle)) * adjusted * 100), method, null, warnings);
}

function sharesOf(time: ThreeZoneTime): Metric<ThreeZoneTime> {
  if (time.length !== 3 || !time.every((part) => part >= 0 && Number.isFinite(part)))
    return none('bad_input', 'needs three times, finite and 0 or more');
  const [low, middle, high] = time;
  const all = low + middle + high;
  if (all === 0) return none('no_data', 'there is no time in any zone');
  return allFinite([low / all, middle / all, high / all] as const, 'shares');
}
