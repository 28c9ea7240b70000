import { Failure } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import type { WireFolder } from '../client/wire/library.ts';

/**
 * A folder or plan by its id.
 *
 * @throws Failure `not_found` that names those that are there.
 */
export async function folderById(port: IntervalsPort, athlete: string, id: string): Promise<WireFolder> {
  const { items } = await port.library.listFolders({ athlete });
  const found = items.find((folder) => folder.id === id);
  if (found !== undefined) return found;
  const there = items.slice(0, 8).map((folder) => `${folder.id} "${folder.name ?? ''}"`);
  throw new Failure('not_found', `There is no folder or plan ${id.slice(0, 20)}`, {
    next: there.length > 0 ? `use one of: ${there.join(', ')}` : 'create one with icu_save_folder',
  });
}
