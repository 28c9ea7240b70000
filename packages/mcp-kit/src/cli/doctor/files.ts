import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { folderFailure } from '../../files/folder-failure.ts';
import type { CommandContext } from '../command.ts';
import { filesFolder } from '../files-folder.ts';
import { forPeople } from '../terminal/next-step.ts';
import type { Finding } from './finding.ts';

/** The folder for files; it is made at the first file that is saved. */
export async function checkFiles(context: CommandContext): Promise<Finding[]> {
  if (!context.provider.tools.some((tool) => tool.files !== undefined)) return [];
  const folder = filesFolder(context);
  if (folder === undefined) return [{ about: 'files', state: 'note', says: 'no folder: files are fetched by address' }];
  try {
    if (!(await stat(folder.path)).isDirectory()) throw Object.assign(new Error('a file'), { code: 'ENOTDIR' });
    await access(folder.path, constants.R_OK | constants.W_OK | constants.X_OK);
    return [{ about: 'files', state: 'good', says: folder.shown }];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [{ about: 'files', state: 'good', says: `${folder.shown}, made when first used` }];
    const { message, next } = folderFailure('use files', folder, error);
    return [{ about: 'files', state: 'bad', says: message, next: forPeople(context.say(next)) }];
  }
}
