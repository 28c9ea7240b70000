import type { CoachStore, Snapshot } from './coach-store.ts';

/** Snapshots that are kept: a year of weeks. */
const KEPT = 53;

/** The newest snapshot of a week before this one. */
export async function snapshotBefore(store: Pick<CoachStore, 'list'>, week: string): Promise<Snapshot | undefined> {
  const earlier = (await store.list('snapshot')).filter((each) => each.week < week);
  return earlier.reduce<Snapshot | undefined>(
    (newest, each) => (newest === undefined || each.week > newest.week ? each : newest),
    undefined,
  );
}

/** Keeps the snapshot of a week in place of an earlier one of the same week, and drops those older than a year. */
export async function keepSnapshot(store: CoachStore, snapshot: Snapshot): Promise<void> {
  const all = await store.list('snapshot');
  const same = all.find(({ week }) => week === snapshot.week);
  await store.put('snapshot', snapshot, same === undefined ? { key: snapshot.week } : { id: same.id });
  const weeks = all.filter((each) => each !== same).sort((a, b) => (a.week < b.week ? 1 : -1));
  for (const { id } of weeks.slice(KEPT - 1)) await store.remove('snapshot', id);
}
