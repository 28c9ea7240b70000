/** Durations that people ask for by name, seconds; every stored curve holds them exactly. */
export const ROUND_DURATIONS: readonly number[] = [
  180, 240, 300, 360, 420, 480, 540, 600, 720, 900, 1200, 1500, 1800, 2400, 2700, 3000, 3600, 5400, 7200, 9000, 10800,
  14400, 18000, 21600, 28800, 36000, 43200, 86400,
];

/**
 * The grid of stored curves up to `longest` seconds: every second to 120, then steps of at most 2 %, and the round
 * durations. A shorter activity's grid is the beginning of a longer one's, so stored curves merge point by point.
 * About 400 points for 6 h. @source engineering choice: 2 % is finer than a watt of the curve
 */
export function gridDurations(longest: number): Int32Array {
  const grid: number[] = [];
  let round = 0;
  for (let seconds = 1; seconds <= longest; ) {
    grid.push(seconds);
    const step = seconds < 120 ? seconds + 1 : Math.max(seconds + 1, Math.floor(seconds * 1.02));
    while ((ROUND_DURATIONS[round] ?? Number.POSITIVE_INFINITY) <= seconds) round++;
    seconds = Math.min(step, ROUND_DURATIONS[round] ?? step);
  }
  return Int32Array.from(grid);
}
