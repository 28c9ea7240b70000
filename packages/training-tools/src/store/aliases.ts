import type { CoachStore } from './coach-store.ts';

/** What the coach calls each athlete, by athlete id. */
export async function aliasesByAthlete(store: Pick<CoachStore, 'list'>): Promise<Map<string, string[]>> {
  const byAthlete = Map.groupBy(await store.list('alias'), ({ athleteId }) => athleteId);
  return new Map([...byAthlete].map(([id, aliases]) => [id, aliases.map(({ name }) => name)]));
}
