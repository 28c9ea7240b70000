/** Most rows of a list that is short for nearly everybody, so that it needs no pages. */
const MOST = 100;

/** The first rows, and a sentence about the others where there are any. */
export function firstRows<Row>(rows: readonly Row[]): {
  readonly rows: readonly Row[];
  readonly cut: readonly string[];
} {
  const left = rows.length - MOST;
  return { rows: rows.slice(0, MOST), cut: left > 0 ? [`${left} more are not shown; Intervals.icu lists them.`] : [] };
}
