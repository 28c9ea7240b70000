import { Failure, type FieldChange } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';

/** A change of whom a folder is shared with. */
export interface Sharing {
  readonly change: FieldChange;
  /** The whole list that is sent: who is not in it loses the folder. */
  readonly people: readonly { readonly id: string; readonly canEdit: boolean }[];
}

/**
 * What sharing a folder with somebody changes, or with `access: 'none'` ending it; `undefined` when it already is so.
 *
 * @throws Failure `not_found` for somebody whom the key cannot see.
 */
export async function sharing(
  port: IntervalsPort,
  { athlete, folder }: { readonly athlete: string; readonly folder: string },
  { with: id, access }: { readonly with: string; readonly access: 'read' | 'edit' | 'none' },
): Promise<Sharing | undefined> {
  const [{ items: people }, { items: roster }] = await Promise.all([
    port.library.sharedWith({ athlete, folder }),
    port.athletes.list(),
  ]);
  const now = people.find((each) => each.id === id);
  const who = roster.find((each) => each.id === id) ?? now;
  if (who === undefined) {
    throw new Failure('not_found', `No athlete ${id.slice(0, 20)} can be seen with this key`, {
      next: 'take share_with from icu_list_athletes',
    });
  }
  const before = now === undefined ? 'none' : now.canEdit === true ? 'edit' : 'read';
  if (before === access) return undefined;
  const others = people
    .filter((each) => each.id !== id)
    .map((each) => ({ id: each.id, canEdit: each.canEdit === true }));
  return {
    change: { field: `shared with ${who.name ?? id}`, before, after: access },
    people: access === 'none' ? others : [...others, { id, canEdit: access === 'edit' }],
  };
}
