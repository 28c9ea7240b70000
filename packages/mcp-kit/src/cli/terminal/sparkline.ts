const bars = '▁▂▃▄▅▆▇█';

/**
 * A series as a line of bars, at most `width` long: the mean of each stretch between the smallest and the largest mean. A
 * stretch without any value is a blank.
 */
export function sparkline(values: readonly (number | null)[], width: number): string {
  const length = Math.min(width, values.length);
  const means = Array.from({ length }, (_, index) => {
    const from = Math.floor((index * values.length) / length);
    const to = Math.floor(((index + 1) * values.length) / length);
    const present = values.slice(from, to).filter((value) => value !== null);
    return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0) / present.length;
  });
  const known = means.filter((mean) => mean !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  return means
    .map((mean) => (mean === null ? ' ' : bars[span === 0 ? 3 : Math.round(((mean - low) / span) * 7)]))
    .join('');
}

/** Smallest and largest value of a series; `undefined` when it holds none. */
export function rangeOf(values: readonly (number | null)[]): { low: number; high: number } | undefined {
  let range: { low: number; high: number } | undefined;
  for (const value of values) {
    if (value === null) continue;
    range = { low: Math.min(range?.low ?? value, value), high: Math.max(range?.high ?? value, value) };
  }
  return range;
}
