export interface SpikeOptions {
  /** Above this a value must be sustained to be believed. W, default 2500. */
  readonly maxWatts?: number;
  /** The athlete's maximal power: values above 4 × it are treated like values above `maxWatts`. W. */
  readonly pmax?: number;
  /** A run above the limit that lasts at least this long is kept. Seconds, default 3. */
  readonly sustainedSeconds?: number;
  /** No person produces more, however long the meter says so. W, default 3500. */
  readonly impossibleWatts?: number;
}

/**
 * Replaces power spikes by `NaN` on a 1 Hz series and counts them.
 *
 * A run of seconds above min(2500 W, 4 × Pmax) is dropped unless it lasts ≥ 3 s; a value above 3500 W is dropped in any
 * case. Returns the same array when nothing was dropped. The limits are engineering
 * choices (a public Stages file holds 47 kW), not physiology.
 */
export function removePowerSpikes(
  power: Float64Array,
  options: SpikeOptions = {},
): { readonly power: Float64Array; readonly removed: number } {
  const limit = Math.min(options.maxWatts ?? 2500, 4 * (options.pmax ?? Number.POSITIVE_INFINITY));
  const sustained = options.sustainedSeconds ?? 3;
  const impossible = options.impossibleWatts ?? 3500;
  let out = power;
  let removed = 0;
  let run = 0;
  for (let i = 0; i <= power.length; i++) {
    if (i < power.length && (power[i] as number) > limit) {
      run++;
      continue;
    }
    for (let j = i - run; j < i; j++) {
      if (run >= sustained && (power[j] as number) <= impossible) continue;
      if (out === power) out = power.slice();
      out[j] = Number.NaN;
      removed++;
    }
    run = 0;
  }
  return { power: out, removed };
}
