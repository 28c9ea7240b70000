import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../usage-error.ts';
import type { MergedText } from './merge-json.ts';

export interface Written {
  readonly replaced: boolean;
  /** The copy of the file as it was; `undefined` when there was none, or when nothing had to change. */
  readonly backup: string | undefined;
  readonly changed: boolean;
}

/**
 * Rewrites a client's file: reads, merges, keeps a copy beside it, and puts the new one in place in one step, so that a
 * client never sees half a file. A link is followed, and the file's rights are kept.
 *
 * @throws UsageError when the file cannot be read or written.
 */
export async function rewrite(path: string, merge: (text: string) => MergedText, now: Date): Promise<Written> {
  try {
    const target = await realpath(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return path;
      throw error;
    });
    const before = await readIfThere(target);
    const { text, replaced } = merge(before ?? '');
    if (text === before) return { replaced, backup: undefined, changed: false };
    const backup = before === undefined ? undefined : `${target}.${stamp(now)}.bak`;
    if (backup === undefined) await mkdir(dirname(target), { recursive: true });
    else await copyFile(target, backup);
    await replace(target, text);
    return { replaced, backup, changed: true };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `${path} could not be written (${code})`,
      'run the command without --write and paste it in by hand',
    );
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function replace(path: string, text: string): Promise<void> {
  const mode = await stat(path).then(
    (found) => found.mode & 0o777,
    () => 0o600,
  );
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** `20260301-080000` */
function stamp(now: Date): string {
  return now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}
