/** Rows in the order of their days; those without one come last, and rows of one day stay as they came. */
export function sortedByDay<Row>(rows: readonly Row[], dayOf: (row: Row) => string | null): Row[] {
  const key = (row: Row) => dayOf(row) ?? '9999';
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
