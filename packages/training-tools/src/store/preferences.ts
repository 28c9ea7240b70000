import type { CoachStore, PrescriptionStyle } from './coach-store.ts';

/** What holds for everything that the coach does. */
export interface Preferences {
  /** How the coach writes intensity; `null`: nobody has said, so ask. */
  readonly targets: PrescriptionStyle['targets'] | null;
  /** Bounds of triage rules that the coach set, by rule id. */
  readonly bounds: Readonly<Record<string, number>>;
}

/** What the coach has set; the last of each counts. */
export async function preferencesOf(store: Pick<CoachStore, 'list'>): Promise<Preferences> {
  const styles = await store.list('style');
  const thresholds = await store.list('threshold');
  return {
    targets: styles.at(-1)?.targets ?? null,
    bounds: Object.fromEntries(thresholds.map(({ rule, value }) => [rule, value])),
  };
}

/** Sets how intensity is written. */
export async function setTargets(store: CoachStore, targets: PrescriptionStyle['targets']): Promise<void> {
  const [before] = await store.list('style');
  await store.put('style', { targets }, before === undefined ? { key: 'style' } : { id: before.id });
}

/** Sets the coach's own bound of a rule; `null` goes back to the rule's. */
export async function setBound(store: CoachStore, rule: string, value: number | null): Promise<void> {
  const before = (await store.list('threshold')).find((each) => each.rule === rule);
  if (value !== null) {
    await store.put('threshold', { rule, value }, before === undefined ? { key: rule } : { id: before.id });
  } else if (before !== undefined) await store.remove('threshold', before.id);
}

/** Sets the one name that the coach has for an athlete; an empty one takes it away. */
export async function setAlias(store: CoachStore, athleteId: string, name: string): Promise<void> {
  const before = (await store.list('alias')).find((each) => each.athleteId === athleteId);
  if (name !== '') {
    await store.put('alias', { athleteId, name }, before === undefined ? { key: athleteId } : { id: before.id });
  } else if (before !== undefined) await store.remove('alias', before.id);
}
