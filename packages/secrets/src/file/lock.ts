import { randomBytes } from 'node:crypto';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { displayPath, shellPath } from '../directories.ts';
import { SecretsError, systemCode } from '../secrets-error.ts';
import { type FileContext, ioFailure, makePrivateFolder } from './private-file.ts';

/** Times in milliseconds. */
export interface LockTimes {
  /** How long to wait for another holder. */
  wait: number;
  /** A lock that was not refreshed for so long belongs to nobody. */
  stale: number;
}

/** Called by the holder just before what must not happen without the lock. @throws SecretsError `locked` when it was lost. */
export type StillMine = () => Promise<void>;

/** The wait is longer than a keychain prompt, during which another process may hold the lock. */
const DEFAULT_TIMES: LockTimes = { wait: 35_000, stale: 30_000 };
const BREAKER_STALE = 10_000;

/**
 * Runs `work` while this process alone holds the lock file. The file names its holder (pid and host); a holder that is dead, or did not refresh
 * the file in time, is replaced. @throws SecretsError `locked` when the wait is over.
 */
export async function withLock<T>(
  path: string,
  context: FileContext,
  work: (stillMine: StillMine) => Promise<T>,
  times: LockTimes = DEFAULT_TIMES,
): Promise<T> {
  await makePrivateFolder(dirname(path), context);
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), token: randomBytes(12).toString('hex') });
  await acquire(path, mine, context, times);
  const refresh = setInterval(() => touch(path), times.stale / 5);
  refresh.unref();
  try {
    return await work(async () => {
      if ((await contentOf(path)) !== mine) throw lost(path, context);
    });
  } finally {
    clearInterval(refresh);
    if ((await contentOf(path)) === mine) await rm(path, { force: true });
  }
}

async function acquire(path: string, mine: string, context: FileContext, times: LockTimes): Promise<void> {
  const deadline = Date.now() + times.wait;
  for (;;) {
    if (await create(path, mine, context)) return;
    if (await isStale(path, times.stale)) await removeStale(path, context, times.stale);
    else if (Date.now() >= deadline) throw busy(path, context);
    else await delay(10 + Math.random() * 30);
  }
}

/** True when the file is new and ours; false when there is one. */
async function create(path: string, content: string, context: FileContext): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(content, 'utf8');
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    // Windows answers EPERM or EBUSY while a lock that was just removed is still being closed.
    const taken = ['EEXIST', ...(context.platform === 'win32' ? ['EPERM', 'EBUSY'] : [])];
    if (taken.includes(systemCode(error))) return false;
    throw ioFailure('create', displayPath(path, context.home), error);
  }
}

/**
 * Two processes may find the same dead lock: without the second file, the slower one would remove the lock that the faster one took in between.
 * Whoever has the second file looks again before removing.
 */
export async function removeStale(path: string, context: FileContext, staleAfter: number): Promise<void> {
  const breaker = `${path}.break`;
  if (!(await create(breaker, '', context))) {
    if ((await ageOf(breaker)) > BREAKER_STALE) await rm(breaker, { force: true });
    await delay(10 + Math.random() * 30);
    return;
  }
  try {
    if (await isStale(path, staleAfter)) await rm(path, { force: true });
  } finally {
    await rm(breaker, { force: true });
  }
}

async function isStale(path: string, staleAfter: number): Promise<boolean> {
  const content = await contentOf(path);
  if (content === undefined) return false;
  if ((await ageOf(path)) > staleAfter) return true;
  const holder = holderOf(content);
  // In containers that share a folder, a pid says nothing about the processes of another host name.
  return holder !== undefined && holder.host === hostname() && !isAlive(holder.pid);
}

function holderOf(content: string): { pid: number; host: string } | undefined {
  try {
    const { pid, host } = JSON.parse(content) as Record<string, unknown>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    // It is being written at this moment; only its age can make it stale.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

async function ageOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? 0 : Date.now() - found.mtimeMs;
}

function touch(path: string): void {
  const now = new Date();
  utimes(path, now, now).catch(() => {});
}

function busy(path: string, context: FileContext): SecretsError {
  return new SecretsError(
    'locked',
    `Another process holds ${displayPath(path, context.home)}.`,
    `Try again in a moment; if no other copy is running, remove the lock: rm ${shellPath(path, context)}`,
  );
}

function lost(path: string, context: FileContext): SecretsError {
  return new SecretsError(
    'locked',
    `Another process took over ${displayPath(path, context.home)} while this one was halted.`,
    'Try again.',
  );
}
