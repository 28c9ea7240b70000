import type { RosterDigest } from '../roster/digest.ts';

/** Athletes who share a name carry their id, so that nobody is taken for another. */
export function withDistinctNames<D extends Pick<RosterDigest, 'athletes'>>(digest: D): D {
  const count = new Map<string, number>();
  for (const { athlete } of digest.athletes) count.set(athlete.name, (count.get(athlete.name) ?? 0) + 1);
  const athletes = digest.athletes.map((each) => {
    const { id, name } = each.athlete;
    return (count.get(name) ?? 0) < 2 ? each : { ...each, athlete: { id, name: `${name} (${id})` } };
  });
  return { ...digest, athletes };
}
