/** One channel of a recording, a value a sample; `null` where nothing was recorded. */
export interface RecordedSeries {
  /** Ends in its unit: `power_w`. */
  readonly name: string;
  readonly values: readonly (number | null)[];
}

export interface SeriesWindow {
  /** Seconds since the start, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** Most points a channel. */
  readonly points: number;
}

/** Parallel arrays over one even time axis: point `i` covers `step_s` seconds from `start_s + i × step_s`. */
export interface EvenSeries {
  readonly start_s: number;
  readonly step_s: number;
  readonly points: number;
  readonly channels: Record<string, (number | null)[]>;
}

/** Channels that count up or say where: their mean over a step would be a place where nobody was. */
const lastOfStep = /^(distance|latitude|longitude)_/;

/**
 * Series over an uneven clock (recordings jump over pauses) as at most `points` even steps: the mean of what was recorded
 * in a step, the last value for distance and position, `null` for a step without any. With a step of 1 s it is the recording.
 */
export function evenSeries(
  seconds: readonly (number | null)[],
  series: readonly RecordedSeries[],
  { from, to, points }: SeriesWindow,
): EvenSeries {
  const step = Math.max(1, Math.ceil((to - from + 1) / points));
  const count = Math.max(0, Math.ceil((to - from + 1) / step));
  const stepOf = seconds.map((second) =>
    second === null || second < from || second > to ? -1 : Math.floor((second - from) / step),
  );
  const channels = Object.fromEntries(
    series.map(({ name, values }) => [
      name,
      lastOfStep.test(name) ? lastPerStep(values, stepOf, count) : meanPerStep(values, stepOf, count),
    ]),
  );
  return { start_s: from, step_s: step, points: count, channels };
}

function meanPerStep(values: readonly (number | null)[], stepOf: readonly number[], count: number): (number | null)[] {
  const sums = new Float64Array(count);
  const counts = new Uint32Array(count);
  for (const [i, step] of stepOf.entries()) {
    const value = values[i] ?? null;
    if (step < 0 || value === null) continue;
    sums[step]! += value;
    counts[step]! += 1;
  }
  return Array.from(sums, (sum, step) => (counts[step] === 0 ? null : sum / counts[step]!));
}

function lastPerStep(values: readonly (number | null)[], stepOf: readonly number[], count: number): (number | null)[] {
  const out = new Array<number | null>(count).fill(null);
  for (const [i, step] of stepOf.entries()) {
    const value = values[i] ?? null;
    if (step >= 0 && value !== null) out[step] = value;
  }
  return out;
}
