import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure/failure.ts';
import { splitName } from './file-name.ts';
import { type FilesFolder, folderFailure } from './folder-failure.ts';

const mostOfOneName = 1_000;

/**
 * Writes a new file (0600) into the folder, which is made (0700) when it is not there. The file appears whole or not at
 * all, and never in the place of another: the second `ride.fit` becomes `ride-2.fit`.
 *
 * @param name plain and safe, see `safeName`
 * @returns the absolute path
 */
export async function saveBelow(folder: FilesFolder, name: string, bytes: Uint8Array): Promise<string> {
  let unfinished: string | undefined;
  try {
    await mkdir(folder.path, { recursive: true, mode: 0o700 });
    const root = await realpath(folder.path);
    unfinished = join(root, `.${randomBytes(8).toString('hex')}.part`);
    await writeNew(unfinished, bytes);
    return await publish(unfinished, root, name);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw folderFailure('save a file', folder, error);
  } finally {
    if (unfinished !== undefined) await rm(unfinished, { force: true }).catch(() => {});
  }
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the finished file the first free name. A hard link fails when the name is taken, which a rename would not. */
async function publish(finished: string, root: string, name: string): Promise<string> {
  const { stem, extension } = splitName(name);
  for (let count = 1; count <= mostOfOneName; count += 1) {
    const path = join(root, count === 1 ? name : `${stem}-${count}${extension}`);
    try {
      await link(finished, path).catch((error: unknown) => copyWhereNoLinks(error, finished, path));
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  throw new Failure('conflict', `The folder holds ${mostOfOneName} files named ${name}`, {
    next: 'ask the user to move some of them away',
  });
}

/** Memory cards and some network folders have no hard links. */
async function copyWhereNoLinks(error: unknown, from: string, to: string): Promise<void> {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
  await copyFile(from, to, constants.COPYFILE_EXCL);
}
