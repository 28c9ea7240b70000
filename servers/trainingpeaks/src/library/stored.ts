import { Failure } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireItem, WireLibrary } from '../client/library/wire.ts';

type Port = Pick<TrainingPeaksPort, 'library' | 'identity'>;

/** @throws Failure `not_found` naming what there is. */
export async function requireLibrary(port: Port, id: string): Promise<WireLibrary> {
  const { items } = await port.library.list();
  const found = items.find(({ exerciseLibraryId }) => exerciseLibraryId === id);
  if (found !== undefined) return found;
  const known = items.map(({ libraryName, exerciseLibraryId }) => `${libraryName ?? 'unnamed'} (${exerciseLibraryId})`);
  throw new Failure('not_found', `There is no library ${id}`, {
    next: known.length === 0 ? 'create one with tp_create_library' : `use one of ${known.slice(0, 15).join(', ')}`,
  });
}

/** @throws Failure `blocked` for a library of somebody else, which may be read and not written. */
export async function requireOwnLibrary(port: Port, id: string): Promise<WireLibrary> {
  const library = await requireLibrary(port, id);
  const me = await ownerId(port);
  if (library.isDefaultContent !== true && (library.ownerId === null || library.ownerId === me)) return library;
  throw new Failure('blocked', `Library ${id} belongs to ${library.ownerName ?? 'somebody else'}`, {
    next: 'use a library of your own: tp_get_libraries shows `own`, tp_create_library makes one',
  });
}

/** Under whom new libraries are kept: the person who signed in. */
export async function ownerId({ identity }: Pick<Port, 'identity'>): Promise<string> {
  return (await identity.user()).user.personId;
}

/** @throws Failure `not_found` naming templates that are near. */
export async function requireItem(port: Port, library: string, id: string): Promise<WireItem> {
  const { items } = await port.library.items({ library });
  const found = items.find(({ exerciseLibraryItemId }) => exerciseLibraryItemId === id);
  if (found !== undefined) return found;
  throw new Failure('not_found', `Library ${library} has no template ${id}`, {
    next: 'get a current item_id from tp_get_library_items',
  });
}

/** The library of that name, whatever its case. */
export function libraryNamed(libraries: readonly WireLibrary[], name: string, owner: string): WireLibrary | undefined {
  const wanted = name.trim().toLowerCase();
  return libraries.find(
    ({ libraryName, ownerId: own }) => libraryName?.trim().toLowerCase() === wanted && (own === null || own === owner),
  );
}

/** The templates of one library, or of all that the account sees. */
export async function itemsOf({ library }: Pick<Port, 'library'>, id: string | undefined) {
  const ids = id === undefined ? (await library.list()).items.map(({ exerciseLibraryId }) => exerciseLibraryId) : [id];
  const lists = await Promise.all(ids.map((each) => library.items({ library: each })));
  return {
    items: lists.flatMap(({ items }, index) => items.map((item) => ({ item, library: ids[index]! }))),
    skipped: lists.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}
