import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { displayPath, shellPath } from '../directories.ts';
import { SecretsError, systemCode } from '../secrets-error.ts';

/** What reading and writing a private file needs to know of its surroundings. */
export interface FileContext {
  home: string;
  platform: NodeJS.Platform;
}

const LARGEST_BYTES = 4 * 1024 * 1024;

/**
 * The text of a file that only its owner can read; `undefined` when there is none.
 * @throws SecretsError `foreign_file` for a symbolic link, a folder or something far too large; `insecure_permissions` (POSIX) when the
 * group or others can read it, with the command that repairs that; `io` when the system refuses.
 */
export async function readPrivateFile(path: string, context: FileContext): Promise<string | undefined> {
  const shown = displayPath(path, context.home);
  try {
    const entry = await lstat(path);
    if (!entry.isFile())
      throw notAFile(shown, entry.isSymbolicLink() ? 'a symbolic link' : 'not a regular file', path, context);
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { mode, size } = await file.stat();
      if (context.platform !== 'win32' && (mode & 0o077) !== 0) throw openToOthers(shown, mode, path, context);
      if (size > LARGEST_BYTES)
        throw notAFile(shown, `${size} bytes long, far more than credentials need`, path, context);
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof SecretsError) throw error;
    if (systemCode(error) === 'ENOENT') return undefined;
    throw ioFailure('read', shown, error);
  }
}

/**
 * Replaces a file as one step: a new file (0600) in the same folder (0700) is written, flushed and renamed over it. A crash at any point leaves
 * the old content. The caller holds the lock of the folder; left-over temporary files of this file are removed.
 */
export async function writePrivateFile(
  path: string,
  text: string,
  context: FileContext,
  stillMine: () => Promise<void>,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `${basename(path)}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await makePrivateFolder(folder, context);
    await removeLeftOvers(path);
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await stillMine();
    await renameOver(temporary, path, context);
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    if (error instanceof SecretsError) throw error;
    throw ioFailure('write', displayPath(path, context.home), error);
  }
}

/** Creates a folder for its owner alone, and takes the rights of others away from one that exists. */
export async function makePrivateFolder(folder: string, context: FileContext): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (context.platform === 'win32') return;
    const { mode } = await stat(folder);
    if ((mode & 0o077) !== 0) await chmod(folder, 0o700);
  } catch (error) {
    throw ioFailure('create', displayPath(folder, context.home), error);
  }
}

/** Renames a damaged file to a free name beside it; returns that name. */
export async function keepAside(path: string, context: FileContext, now: Date): Promise<string> {
  const aside = `${path}.corrupt-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${randomBytes(3).toString('hex')}`;
  try {
    await rename(path, aside);
    return aside;
  } catch (error) {
    throw ioFailure('rename', displayPath(path, context.home), error);
  }
}

async function removeLeftOvers(path: string): Promise<void> {
  const own = `${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(own) && name.endsWith('.tmp')) await rm(join(dirname(path), name), { force: true });
  }
}

/** On Windows a virus scanner or another reader can hold the target for a moment. */
async function renameOver(from: string, to: string, context: FileContext): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const passing = context.platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes(systemCode(error));
      if (!passing || attempt >= 20) throw error;
      await delay(25);
    }
  }
}

/** Makes the rename itself survive a power cut; Windows and some network folders cannot, and the content is safe without. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

function notAFile(shown: string, what: string, path: string, context: FileContext): SecretsError {
  const aside = shellPath(`${path}.other`, context);
  return new SecretsError(
    'foreign_file',
    `${shown} is ${what}; credentials are kept in a plain file only.`,
    `Move it away: mv ${shellPath(path, context)} ${aside}`,
  );
}

function openToOthers(shown: string, mode: number, path: string, context: FileContext): SecretsError {
  return new SecretsError(
    'insecure_permissions',
    `${shown} can be read by other accounts of this machine (mode 0${(mode & 0o777).toString(8)}).`,
    `Run: chmod 600 ${shellPath(path, context)} and renew the credentials in it if the machine is shared.`,
  );
}

/** An `io` error of the system, with its code and without its text. */
export function ioFailure(doing: string, shown: string, error: unknown): SecretsError {
  if (error instanceof SecretsError) return error;
  const code = systemCode(error);
  const next =
    code === 'ENOSPC'
      ? 'Free some disk space and try again.'
      : code === 'EROFS'
        ? 'The folder is read-only: pass the credential in an environment variable instead.'
        : 'Check that your account owns the file and its folder.';
  return new SecretsError('io', `Could not ${doing} ${shown} (${code}).`, next);
}
