/** A group of values without those that were not recorded. `0` and `false` are data and stay. */
export function recorded(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}
