/** A load of a week, to whole points. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}
