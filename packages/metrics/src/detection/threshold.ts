const BINS = 128;
/** Share of the time that easy effort must have: fewer seconds are the slopes of stops, not recoveries. */
const LEAST_EASY = 0.05;

/**
 * The value that parts easy from hard best (Otsu on the logarithm), or null when the values do not fall into two groups.
 * Values under 40 % of the median of the moving ones are coasting and stops, not easy effort, and do not take part.
 */
export function thresholdBetween(smooth: Float64Array): number | null {
  const positive = smooth.filter((v) => v > 0).sort();
  if (positive.length === 0) return null;
  const floor = 0.4 * positive[positive.length >> 1]!;
  const logs = positive.filter((v) => v >= floor).map(Math.log);
  const [low, high] = [logs[0]!, logs.at(-1)!];
  if (!(high - low > Math.log(1.15))) return null;
  const counts = new Float64Array(BINS);
  for (const v of logs) counts[Math.min(BINS - 1, Math.floor((BINS * (v - low)) / (high - low)))]!++;
  const split = otsu(counts);
  return split === null ? null : Math.exp(low + ((high - low) * split) / BINS);
}

/** Bin boundary with the largest variance between the two sides; null when that explains under 70 % of the whole. */
function otsu(counts: Float64Array): number | null {
  const total = counts.reduce((sum, c) => sum + c, 0);
  const mean = counts.reduce((sum, c, i) => sum + c * i, 0) / total;
  const variance = counts.reduce((sum, c, i) => sum + c * (i - mean) ** 2, 0) / total;
  let [weight, moment, best, first, last] = [0, 0, 0, 0, 0];
  for (let i = 0; i < counts.length - 1; i++) {
    weight += counts[i]! / total;
    moment += (counts[i]! * i) / total;
    const between = weight >= LEAST_EASY && weight < 1 ? (mean * weight - moment) ** 2 / (weight * (1 - weight)) : 0;
    if (between > best * (1 + 1e-12)) {
      best = between;
      first = i;
    }
    if (between >= best * (1 - 1e-12)) last = i;
  }
  return best >= 0.7 * variance ? (first + last) / 2 + 1 : null;
}
