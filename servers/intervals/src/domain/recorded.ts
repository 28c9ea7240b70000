/** A group of values without those that were not recorded. `0` and `false` are data and stay. */
export function recorded(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}

/** Named groups of which some hold nothing: those with data, and the names of the others. */
export function recordedGroups(groups: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  const entries = Object.entries(groups).map(([name, values]) => [name, recorded(values)] as const);
  return {
    present: Object.fromEntries(entries.filter(([, values]) => Object.keys(values).length > 0)),
    missing: entries.filter(([, values]) => Object.keys(values).length === 0).map(([name]) => name),
  };
}
