import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Unreadable } from './wanted.ts';

/**
 * Opens a copy of a browser's database read-only, lets `read` ask it, and removes the copy, whatever happens. The original
 * is never opened: a browser that runs holds its lock, and nothing of it may change. The journal goes along, because what
 * was signed in a minute ago may be only there.
 *
 * @throws Unreadable when it cannot be copied or is no database
 */
export async function withDatabaseCopy<T>(path: string, read: (database: DatabaseSync) => T): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'trainingpeaks-login-'));
  try {
    const copy = join(folder, 'cookies');
    await copyDatabase(path, copy);
    return ask(copy, read);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyDatabase(path: string, copy: string): Promise<void> {
  try {
    await copyFile(path, copy);
    await chmod(copy, 0o600);
  } catch (error) {
    throw new Unreadable(whyNotCopied(error), error);
  }
  for (const journal of ['-wal', '-journal']) {
    // Most databases have neither.
    await copyFile(path + journal, copy + journal).catch(() => undefined);
  }
}

function whyNotCopied(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'EBUSY') return 'the browser keeps its cookies locked while it runs; close it and try again';
  if (code === 'EACCES' || code === 'EPERM') return 'this program may not read the cookies there';
  return 'the cookies there could not be copied';
}

function ask<T>(path: string, read: (database: DatabaseSync) => T): T {
  let database: DatabaseSync | undefined;
  try {
    database = new (sqlite().DatabaseSync)(path, { readOnly: true });
    return read(database);
  } catch (error) {
    throw error instanceof Unreadable
      ? error
      : new Unreadable('the cookies there have a form that is not known', error);
  } finally {
    database?.close();
  }
}

/** Asked for here and not imported: a bundler would strip `node:`, and a start without a login need not load it. */
function sqlite(): typeof import('node:sqlite') {
  return process.getBuiltinModule('node:sqlite');
}
