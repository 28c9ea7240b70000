import { outcomeOf } from '@core/mcp-kit';
import type { CoachStore, Snapshot } from '../store/coach-store.ts';
import { preferencesOf } from '../store/preferences.ts';
import { type RosterDigest, snapshotOf } from './digest.ts';
import type { Bounds } from './triage.ts';

/** What the coach keeps here that a triage or a digest goes by. */
export interface Remembered {
  readonly bounds: Bounds;
  /** The newest snapshot of a week before the told one. */
  readonly previous: Snapshot | undefined;
  readonly notes: readonly string[];
}

/** Snapshots that are kept: a year of weeks. */
const KEPT = 53;

const nothing: Remembered = { bounds: {}, previous: undefined, notes: [] };

/** Bounds and the snapshot before a week. Without a store, or when it cannot be opened, the rules' own bounds hold. */
export async function remembered(store: CoachStore | undefined, week: string): Promise<Remembered> {
  if (store === undefined) return nothing;
  const { value, failure } = await outcomeOf(Promise.all([preferencesOf(store), store.list('snapshot')]));
  if (failure !== undefined) {
    return { ...nothing, notes: [`Your own bounds and the digest before are not used: ${failure.message}.`] };
  }
  const [{ bounds }, snapshots] = value;
  const previous = snapshots.filter((each) => each.week < week).sort((a, b) => (a.week < b.week ? 1 : -1))[0];
  return { bounds, previous, notes: [] };
}

/** Keeps a digest for the next one, in place of an earlier one of its week. It can be made again from the platform, so a store that fails costs no answer. */
export async function remember(store: CoachStore | undefined, digest: RosterDigest, now: Date): Promise<void> {
  if (store !== undefined && digest.athletes.length > 0) await outcomeOf(put(store, digest, now));
}

async function put(store: CoachStore, digest: RosterDigest, now: Date): Promise<void> {
  const all = await store.list('snapshot');
  const same = all.find(({ week }) => week === digest.week);
  await store.put('snapshot', snapshotOf(digest, now), same === undefined ? { key: digest.week } : { id: same.id });
  const old = all.filter((each) => each !== same).sort((a, b) => (a.week < b.week ? 1 : -1));
  for (const { id } of old.slice(KEPT - 1)) await store.remove('snapshot', id);
}
